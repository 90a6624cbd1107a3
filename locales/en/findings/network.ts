import type { network as french } from '../../fr/findings/network.ts';
import type { Locale } from '../../locale.ts';
import { failures } from '../names.ts';
import { digits, list } from '../numbers.ts';

/** Words about ports and names. */
export const network: Pick<Locale['findings'], keyof typeof french> = {
  'port-closed': {
    text: ({ service, port, host, failure }) =>
      failure === 'unreachable'
        ? `${service} cannot be reached: port ${port} of ${host} is out of reach (${failures[failure]}).`
        : `${service} is not running: port ${port} of ${host} is closed (${failures[failure]}).`,
    remedy: ({ service, host, failure }) =>
      failure === 'unreachable' ? `Check that ${host} is on and reachable, then start ${service}.` : `Start ${service}.`,
    spoken: ({ service, failure }) => (failure === 'unreachable' ? `${service} cannot be reached.` : `${service} is not running.`),
    action: ({ service, failure }) => (failure === 'unreachable' ? `Check the machine of ${service}.` : `Start ${service}.`),
  },
  'port-unclear': {
    text: ({ service, port, host, state }) =>
      state === 'closed-at-once'
        ? `${service}: port ${port} of ${host} accepts, then hangs up at once; nothing is proven.`
        : `${service}: port ${port} of ${host} is filtered or silent.`,
    remedy: ({ service }) => `Check the firewall and ${service}.`,
    spoken: ({ service, state }) =>
      state === 'closed-at-once' ? `The port of ${service} hangs up at once.` : `The port of ${service} is filtered or silent.`,
  },
  'unknown-listener': {
    text: ({ port, address, process }) =>
      `Port ${port} (${address}), held open by ${process ?? 'an unknown process'}, is not in the inventory.`,
    remedy: ({ port, process }) => `Stop ${process ?? 'this process'}, or declare it (known: [${port}]).`,
    spoken: () => 'A service absent from the inventory is listening on a port.',
    action: () => 'Stop or declare the unknown listener.',
  },
  'listeners-unknown': {
    text: ({ target, detail }) => `${target}: the listeners of the machine could not be read${detail ? ` (${detail})` : ''}.`,
    remedy: () => 'Run the audit on the machine itself, with sufficient rights.',
    spoken: ({ target }) => `The listeners on ${target} could not be read.`,
  },
  'not-declared': { text: ({ target }) => `${target}: without a written inventory, there is nothing to compare the listeners with.` },
  // only the number of the port names the service
  'sensitive-open': {
    text: ({ service, port, address, process }) =>
      `Port ${port}, usually that of ${service}${process ? ` and held by ${process}` : ''}, is open to the whole network: bound to ${address}.`,
    remedy: ({ port }) => `Bind port ${port} to 127.0.0.1, or close it in the firewall.`,
    spoken: ({ service }) => `The usual port of ${service} is open to the whole network.`,
    action: ({ service }) => `Close the port of ${service} to the network.`,
  },
  'port-shared': {
    text: ({ port, owners }) => `${list(owners)} share port ${port}.`,
    remedy: ({ port }) => `Change the port of one of them (today ${port}).`,
    spoken: ({ owners }) => `${owners.length === 2 ? 'Two' : 'Several'} services compete for the same port.`,
    action: () => 'Give each of them a port.',
  },
  'owner-unknown': {
    text: ({ port }) => `Port ${port} has several listeners, and the owner of at least one could not be read.`,
    remedy: () => "Run the audit again with the right to see other users' processes (sudo).",
    spoken: () => 'A port has several listeners, and the owner of at least one could not be read.',
  },
  'resolver-broken': {
    text: ({ names }) => `This machine resolves no name (${list(names.slice(0, 3))}): whatever is reached by a name remains unknown.`,
    remedy: () => 'Repair the DNS (resolvectl status, /etc/resolv.conf).',
    spoken: () => 'This machine resolves no name, so I am partly blind.',
    action: () => 'Repair the DNS of this machine.',
  },
  'names-resolved': { text: ({ resolved, total }) => `Names resolved: ${digits(resolved)} of ${digits(total)}.` },
};
