import { operand, operands } from '../../../skill/rules/shell.ts';
import type { containers as french } from '../../fr/findings/containers.ts';
import type { Locale } from '../../locale.ts';
import { failures } from '../names.ts';
import { digits, list, plural } from '../numbers.ts';

const STATES: Readonly<Record<string, string>> = {
  created: 'created but never started',
  paused: 'paused',
  removing: 'being removed',
  exited: 'stopped',
  dead: 'dead',
  absent: 'absent',
};

/** Words about containers and what runs them. */
export const containers: Pick<Locale['findings'], keyof typeof french> = {
  'engine-readable': {
    text: ({ target, product, version, containers }) =>
      `${target}: ${product} ${version} answers, ${digits(containers)} ${plural(containers, 'container')}.`,
  },
  'engine-unreadable': {
    text: ({ target, failure, socket }) =>
      `${target} could not be read: ${socket === null ? '' : `${socket}, `}${failures[failure]}; no container is judged.`,
    remedy: ({ target, failure, socket }) => {
      if (failure === 'denied' && socket !== null)
        return `Give the auditor the right to read ${socket}: “sudo usermod -aG docker $USER” and log in again, or a read-only docker-socket-proxy (CONTAINERS=1, NETWORKS=1, INFO=1).`;
      if (failure === 'denied') return `Give the auditor the right to read the containers (${target}).`;
      if (failure === 'not-found' || failure === 'refused')
        return `Start the container engine (sudo systemctl start docker), or correct the ${socket === null ? 'address' : 'path'} in the inventory.`;
      return 'Check the container engine (systemctl status docker), then run the audit again.';
    },
    spoken: ({ failure }) => (failure === 'denied' ? 'I am not allowed to read the containers.' : 'The containers could not be read.'),
    action: ({ failure }) => (failure === 'denied' ? 'Give the auditor the right to read the containers.' : 'Check the container engine.'),
  },
  'engine-not-read': {
    text: ({ what }) => `Without the containers, which could not be read, nothing tells whether “${what}” is running.`,
    remedy: () => 'Make the container engine readable, then run the audit again.',
    spoken: ({ what }) => `Nothing tells whether ${what} is running.`,
  },
  'containers-uninspected': {
    text: ({ target, count, failure }) =>
      `${target}: ${digits(count)} ${plural(count, 'container')} could not be read in detail (${failures[failure]}).`,
    remedy: ({ failure }) =>
      failure === 'denied'
        ? 'Allow containers to be read in detail (GET /containers/{id}/json), then run the audit again.'
        : 'Run the audit again, with more time for this target (timeoutMs).',
    spoken: () => 'Some containers could not be read in detail.',
  },
  'container-state-unknown': {
    text: ({ name }) => `The state of the container ${name} is not known.`,
    remedy: () => 'Run the audit again.',
  },
  'container-down': {
    text: ({ name, state, exitCode }) =>
      `The expected container ${name} is not running: ${STATES[state] ?? state}${state === 'exited' && exitCode !== null ? ` (code ${exitCode})` : ''}.`,
    remedy: ({ name, service, state }) =>
      state === 'absent' || service !== null
        ? `Start it from the folder of its project: docker compose up -d ${operand(service ?? name)}.`
        : state === 'paused'
          ? `Resume it: docker unpause ${operand(name)}.`
          : `Read why it stopped (docker logs --tail 50 ${operand(name)}), then: docker start ${operand(name)}.`,
    spoken: ({ name }) => `The container ${name} is not running.`,
    action: ({ name }) => `Start the container ${name}.`,
  },
  'container-looping': {
    text: ({ name, restarts, exitCode, isOutOfMemory, isGivenUp }) =>
      `The container ${name} ${isGivenUp ? 'is no longer restarted after as many failures as allowed' : 'restarts again and again'}: ${digits(restarts)} ${plural(restarts, 'restart')}${exitCode === null ? '' : `, code ${exitCode}`}${isOutOfMemory ? ', killed for lack of memory' : ''}.`,
    remedy: ({ name, isOutOfMemory }) =>
      isOutOfMemory
        ? `Give it more memory (mem_limit), then check: docker logs --tail 50 ${operand(name)}.`
        : `Read what it says before it stops: docker logs --tail 50 ${operand(name)}.`,
    spoken: ({ name, isOutOfMemory, isGivenUp }) =>
      isGivenUp
        ? `The container ${name} is no longer restarted, after too many failures.`
        : `The container ${name} restarts again and again${isOutOfMemory ? ', for lack of memory' : ''}.`,
    action: ({ name }) => `Read the log of the container ${name}.`,
  },
  'container-steady': {
    text: ({ name, restarts }) => `The container ${name} is in no restart loop (${digits(restarts)} ${plural(restarts, 'restart')}).`,
  },
  'container-unhealthy': {
    text: ({ name, failures: count }) =>
      `The container ${name} runs, but its healthcheck fails (${digits(count)} ${plural(count, 'time')} in a row).`,
    remedy: ({ name }) =>
      `Read what the healthcheck says (docker inspect ${operand(name)}, at State.Health), then correct the service or the check.`,
    spoken: ({ name }) => `The container ${name} runs, but it is unhealthy.`,
    action: ({ name }) => `Correct the container ${name}, or its healthcheck.`,
  },
  'health-starting': {
    text: ({ name }) => `The container ${name} is still starting: its healthcheck has not said anything.`,
    remedy: () => 'Wait until it has started, then run the audit again.',
  },
  'no-healthcheck': {
    text: ({ name }) => `The container ${name} has no healthcheck: if it hangs, nothing will see it.`,
    remedy: () =>
      'Add to the service: healthcheck: { test: ["CMD", "wget", "-qO-", "http://127.0.0.1/health"], interval: 30s, timeout: 5s, retries: 3 }.',
    spoken: ({ name }) => `The container ${name} has no healthcheck.`,
    action: ({ name }) => `Give the container ${name} a healthcheck.`,
  },
  'off-proxy-network': {
    text: ({ name, network, networks }) =>
      `Traefik is to lead to the container ${name}, which is not on its network ${network}${networks.length > 0 ? ` but on ${list(networks)}` : ''}.`,
    remedy: ({ name, network }) =>
      `In the compose file: networks: [${network}] under the service, and networks: { ${network}: { external: true } } at the root, then docker compose up -d. At once: docker network connect ${operands([network, name])}.`,
    spoken: ({ name }) => `The container ${name} is not on the network of Traefik.`,
    action: ({ name }) => `Attach the container ${name} to the network of Traefik.`,
  },
  'container-networks-unknown': {
    text: ({ name, mode }) =>
      `The networks of the container ${name} are not known: it shares those of another (${mode}), absent from the list.`,
    remedy: ({ name }) => `Check whose network ${name} shares.`,
    spoken: ({ name }) => `The networks of the container ${name} are not known.`,
  },
  'generic-name': {
    text: ({ name, file, line }) =>
      `A container is called “${name}”${file === null ? '' : ` (${file}, line ${line ?? 1})`}: another project will want the same name, and will not start.`,
    remedy: ({ name, project }) =>
      `Prefix it with its project: container_name: ${project ?? 'project'}-${name}; or remove container_name, and Compose will choose.`,
    spoken: ({ name }) => `A container is simply called ${name}: another project will want that name.`,
    action: ({ name }) => `Rename the container ${name}.`,
  },
  'socket-mounted': {
    text: ({ name, isWritable }) =>
      isWritable
        ? `The container ${name} holds the socket of the Docker engine for writing: whoever gets into it becomes root on the machine.`
        : `The container ${name} holds the socket of the Docker engine read-only, which prevents no order: whoever gets into it becomes root on the machine.`,
    remedy: () =>
      'Mount docker.sock no more: use a docker-socket-proxy (image tecnativa/docker-socket-proxy, CONTAINERS=1 only), and give the service DOCKER_HOST=tcp://docker-socket-proxy:2375.',
    spoken: ({ name }) => `The container ${name} can command the whole Docker engine.`,
    action: ({ name }) => `Take the Docker socket away from the container ${name}.`,
  },
  'container-powerful': {
    text: ({ name, powers }) => `The container ${name} has power over the machine: ${list(powers)}.`,
    remedy: ({ powers }) =>
      `Remove ${list(powers.map((power) => (power === 'privileged' ? 'privileged: true' : power.startsWith('network') ? power : `cap_add: [${power}]`)))} from the service, and grant only what it needs.`,
    spoken: ({ name }) => `The container ${name} has too much power over the machine.`,
    action: ({ name }) => `Take its powers away from the container ${name}.`,
  },
  'container-root': {
    text: ({ name }) => `The container ${name} runs as root.`,
    remedy: () => 'Add to the service: user: "1000:1000".',
    spoken: ({ name }) => `The container ${name} runs as root.`,
    action: ({ name }) => `Give the container ${name} an ordinary user.`,
  },
  'image-unpinned': {
    text: ({ name, image }) => `The image of the container ${name} has no fixed version: ${image}.`,
    remedy: ({ image }) => `Name a precise version: image: ${image.replace(/:latest$/, '')}:<version>.`,
    spoken: ({ name }) => `The image of the container ${name} has no fixed version.`,
    action: ({ name }) => `Fix the version of the container ${name}.`,
  },
  'container-logs-endless': {
    text: ({ name }) => `The log of the container ${name} grows without limit.`,
    remedy: () => 'Add to the service: logging: { driver: json-file, options: { max-size: "10m", max-file: "3" } }.',
    spoken: ({ name }) => `The log of the container ${name} grows without limit.`,
    action: ({ name }) => `Limit the log of the container ${name}.`,
  },
  'no-restart-policy': {
    text: ({ name }) => `The container ${name} will not restart by itself.`,
    remedy: ({ name }) => `Add to the service: restart: unless-stopped. At once: docker update --restart unless-stopped ${operand(name)}.`,
    spoken: ({ name }) => `The container ${name} will not restart by itself.`,
    action: ({ name }) => `Let the container ${name} restart by itself.`,
  },
  'proxy-bypassed': {
    text: ({ port, container, address }) =>
      `The container ${container}, which Traefik protects, is also reached without it through port ${port} of the machine (${address}).`,
    remedy: ({ port, gateway }) =>
      `Remove that line of “ports:” (Traefik uses the Docker network), or bind it: "127.0.0.1:${port}:…"${gateway === null ? '' : `, or "${gateway}:${port}:…" for containers alone`}.`,
    spoken: ({ container }) => `The container ${container} is reached without passing through Traefik.`,
    action: ({ container }) => `Publish the port of the container ${container} no more.`,
  },
  'firewall-bypassed': {
    text: ({ port, container }) => `The UFW firewall is active, but Docker opens port ${port} (${container}) over it: it can be reached.`,
    remedy: ({ port }) =>
      `Bind the port: "127.0.0.1:${port}:…"; or close it before Docker: sudo iptables -I DOCKER-USER -p tcp -m conntrack --ctorigdstport ${port} ! -s 192.168.0.0/16 -j DROP.`,
    spoken: ({ container }) => `The port of the container ${container} bypasses the firewall.`,
    action: ({ container }) => `Close the port of the container ${container} in the firewall.`,
  },
  'firewall-unread': {
    text: ({ target, failure }) => `${target}: the firewall could not be read (${failures[failure]}).`,
    remedy: ({ failure }) =>
      failure === 'missing-tool'
        ? 'Install iptables, which this audit reads.'
        : 'Run the audit again with the right to read iptables (sudo).',
    spoken: () => 'The firewall could not be read.',
  },
  'firewall-elsewhere': {
    text: ({ target }) => `${target} is on another machine, whose firewall cannot be read from here.`,
    remedy: () => 'Run the audit on that machine.',
    spoken: () => 'The firewall of another machine cannot be read from here.',
  },
};
