import type { FailureCode } from '../../../skill/audit/define.ts';
import { operand, operands } from '../../../skill/rules/shell.ts';
import { phrase } from '../../locale.ts';
import { failures } from '../names.ts';
import { digits, list, plural } from '../numbers.ts';

const STATES: Readonly<Record<string, string>> = {
  created: 'créé mais jamais démarré',
  paused: 'en pause',
  removing: "en cours d'effacement",
  exited: 'arrêté',
  dead: 'mort',
  absent: 'absent',
};

/** Words about containers and what runs them. */
export const containers = {
  'engine-readable': phrase<{ target: string; product: string; version: string; containers: number }>({
    text: ({ target, product, version, containers }) =>
      `${target} : ${product} ${version} répond, ${digits(containers)} ${plural(containers, 'conteneur')}.`,
  }),
  'engine-unreadable': phrase<{ target: string; failure: FailureCode; socket: string | null }>({
    text: ({ target, failure, socket }) =>
      `${target} n'a pas pu être lu : ${socket === null ? '' : `${socket}, `}${failures[failure]} ; aucun conteneur n'est jugé.`,
    remedy: ({ target, failure, socket }) => {
      if (failure === 'denied' && socket !== null)
        return `Donner à l'auditeur le droit de lire ${socket} : « sudo usermod -aG docker $USER » puis rouvrir la session, ou un docker-socket-proxy en lecture seule (CONTAINERS=1, NETWORKS=1, INFO=1).`;
      if (failure === 'denied') return `Donner à l'auditeur le droit de lire les conteneurs (${target}).`;
      if (failure === 'not-found' || failure === 'refused')
        return `Démarrer le moteur de conteneurs (sudo systemctl start docker), ou corriger ${socket === null ? "l'adresse" : 'le chemin'} dans l'inventaire.`;
      return `Vérifier le moteur de conteneurs (systemctl status docker), puis relancer l'audit.`;
    },
    spoken: ({ failure }) =>
      failure === 'denied' ? "Je n'ai pas le droit de lire les conteneurs." : "Les conteneurs n'ont pas pu être lus.",
    action: ({ failure }) =>
      failure === 'denied' ? "Donner à l'auditeur le droit de lire les conteneurs." : 'Vérifier le moteur de conteneurs.',
  }),
  'engine-not-read': phrase<{ what: string }>({
    text: ({ what }) => `Sans les conteneurs, qui n'ont pas pu être lus, rien ne dit si « ${what} » est en marche.`,
    remedy: () => "Rendre le moteur de conteneurs lisible, puis relancer l'audit.",
    spoken: ({ what }) => `Rien ne dit si ${what} est en marche.`,
  }),
  'containers-uninspected': phrase<{ target: string; count: number; failure: FailureCode }>({
    text: ({ target, count, failure }) =>
      `${target} : ${digits(count)} ${plural(count, "conteneur n'a", "conteneurs n'ont")} pas pu être ${plural(count, 'lu', 'lus')} en détail (${failures[failure]}).`,
    remedy: ({ failure }) =>
      failure === 'denied'
        ? "Autoriser la lecture détaillée des conteneurs (GET /containers/{id}/json), puis relancer l'audit."
        : "Relancer l'audit, avec plus de temps pour cette cible (timeoutMs).",
    spoken: () => "Des conteneurs n'ont pas pu être lus en détail.",
  }),
  'container-state-unknown': phrase<{ name: string }>({
    text: ({ name }) => `L'état du conteneur ${name} n'est pas connu.`,
    remedy: () => "Relancer l'audit.",
  }),
  'container-down': phrase<{ name: string; state: string; service: string | null; exitCode: number | null }>({
    text: ({ name, state, exitCode }) =>
      `Le conteneur ${name}, attendu, n'est pas en marche : ${STATES[state] ?? state}${state === 'exited' && exitCode !== null ? ` (code ${exitCode})` : ''}.`,
    remedy: ({ name, service, state }) =>
      state === 'absent' || service !== null
        ? `Le démarrer depuis le dossier de son projet : docker compose up -d ${operand(service ?? name)}.`
        : state === 'paused'
          ? `Le reprendre : docker unpause ${operand(name)}.`
          : `Lire pourquoi il s'est arrêté (docker logs --tail 50 ${operand(name)}), puis : docker start ${operand(name)}.`,
    spoken: ({ name }) => `Le conteneur ${name} n'est pas en marche.`,
    action: ({ name }) => `Démarrer le conteneur ${name}.`,
  }),
  'container-looping': phrase<{ name: string; restarts: number; exitCode: number | null; isOutOfMemory: boolean; isGivenUp: boolean }>({
    text: ({ name, restarts, exitCode, isOutOfMemory, isGivenUp }) =>
      `Le conteneur ${name} ${isGivenUp ? "a cessé de redémarrer après autant d'échecs que permis" : 'redémarre en boucle'} : ${digits(restarts)} ${plural(restarts, 'redémarrage')}${exitCode === null ? '' : `, code ${exitCode}`}${isOutOfMemory ? ', tué faute de mémoire' : ''}.`,
    remedy: ({ name, isOutOfMemory }) =>
      isOutOfMemory
        ? `Lui donner plus de mémoire (mem_limit), puis vérifier : docker logs --tail 50 ${operand(name)}.`
        : `Lire ce qu'il dit avant de s'arrêter : docker logs --tail 50 ${operand(name)}.`,
    spoken: ({ name, isOutOfMemory, isGivenUp }) =>
      isGivenUp
        ? `Le conteneur ${name} ne redémarre plus, après trop d'échecs.`
        : `Le conteneur ${name} redémarre en boucle${isOutOfMemory ? ', faute de mémoire' : ''}.`,
    action: ({ name }) => `Lire le journal du conteneur ${name}.`,
  }),
  'container-steady': phrase<{ name: string; restarts: number }>({
    text: ({ name, restarts }) =>
      `Le conteneur ${name} ne redémarre pas en boucle (${digits(restarts)} ${plural(restarts, 'redémarrage')}).`,
  }),
  'container-unhealthy': phrase<{ name: string; failures: number }>({
    text: ({ name, failures: count }) =>
      `Le conteneur ${name} tourne, mais sa sonde de santé échoue (${digits(count)} ${plural(count, 'fois')} de suite).`,
    remedy: ({ name }) =>
      `Lire ce que dit la sonde (docker inspect ${operand(name)}, à State.Health), puis corriger le service ou la sonde.`,
    spoken: ({ name }) => `Le conteneur ${name} tourne, mais il est malade.`,
    action: ({ name }) => `Corriger le conteneur ${name}, ou sa sonde de santé.`,
  }),
  'health-starting': phrase<{ name: string }>({
    text: ({ name }) => `Le conteneur ${name} démarre encore : sa sonde de santé n'a rien dit.`,
    remedy: () => "Attendre la fin du démarrage, puis relancer l'audit.",
  }),
  'no-healthcheck': phrase<{ name: string }>({
    text: ({ name }) => `Le conteneur ${name} n'a pas de sonde de santé : s'il se fige, rien ne le verra.`,
    remedy: () =>
      'Ajouter au service : healthcheck: { test: ["CMD", "wget", "-qO-", "http://127.0.0.1/health"], interval: 30s, timeout: 5s, retries: 3 }.',
    spoken: ({ name }) => `Le conteneur ${name} n'a pas de sonde de santé.`,
    action: ({ name }) => `Donner une sonde de santé au conteneur ${name}.`,
  }),
  'off-proxy-network': phrase<{ name: string; network: string; networks: readonly string[] }>({
    text: ({ name, network, networks }) =>
      `Traefik doit mener au conteneur ${name}, qui n'est pas sur son réseau ${network}${networks.length > 0 ? ` mais sur ${list(networks)}` : ''}.`,
    remedy: ({ name, network }) =>
      `Dans le compose : networks: [${network}] sous le service, et networks: { ${network}: { external: true } } à la racine, puis docker compose up -d. Tout de suite : docker network connect ${operands([network, name])}.`,
    spoken: ({ name }) => `Le conteneur ${name} n'est pas sur le réseau de Traefik.`,
    action: ({ name }) => `Attacher le conteneur ${name} au réseau de Traefik.`,
  }),
  'container-networks-unknown': phrase<{ name: string; mode: string }>({
    text: ({ name, mode }) =>
      `Les réseaux du conteneur ${name} ne sont pas connus : il partage ceux d'un autre (${mode}), absent de la liste.`,
    remedy: ({ name }) => `Vérifier de quel conteneur ${name} partage le réseau.`,
    spoken: ({ name }) => `Les réseaux du conteneur ${name} ne sont pas connus.`,
  }),
  'generic-name': phrase<{ name: string; project: string | null; file: string | null; line: number | null }>({
    text: ({ name, file, line }) =>
      `Un conteneur s'appelle « ${name} »${file === null ? '' : ` (${file}, ligne ${line ?? 1})`} : un autre projet voudra le même nom, et ne démarrera pas.`,
    remedy: ({ name, project }) =>
      `Le préfixer par son projet : container_name: ${project ?? 'projet'}-${name} ; ou retirer container_name, et Compose choisira.`,
    spoken: ({ name }) => `Un conteneur s'appelle simplement ${name} : un autre projet voudra ce nom.`,
    action: ({ name }) => `Renommer le conteneur ${name}.`,
  }),
  'socket-mounted': phrase<{ name: string; isWritable: boolean }>({
    text: ({ name, isWritable }) =>
      isWritable
        ? `Le conteneur ${name} tient la prise du moteur Docker en écriture : qui entre dedans devient root sur la machine.`
        : `Le conteneur ${name} tient la prise du moteur Docker en lecture seule, ce qui n'empêche aucun ordre : qui entre dedans devient root sur la machine.`,
    remedy: () =>
      'Ne plus monter docker.sock : passer par un docker-socket-proxy (image tecnativa/docker-socket-proxy, CONTAINERS=1 seulement), et donner au service DOCKER_HOST=tcp://docker-socket-proxy:2375.',
    spoken: ({ name }) => `Le conteneur ${name} peut commander tout le moteur Docker.`,
    action: ({ name }) => `Retirer la prise Docker au conteneur ${name}.`,
  }),
  'container-powerful': phrase<{ name: string; powers: readonly string[] }>({
    text: ({ name, powers }) => `Le conteneur ${name} a des pouvoirs sur la machine : ${list(powers)}.`,
    remedy: ({ powers }) =>
      `Retirer du service ${list(powers.map((power) => (power === 'privileged' ? 'privileged: true' : power.startsWith('network') ? power : `cap_add: [${power}]`)))}, et n'accorder que ce dont il a besoin.`,
    spoken: ({ name }) => `Le conteneur ${name} a trop de pouvoirs sur la machine.`,
    action: ({ name }) => `Retirer ses pouvoirs au conteneur ${name}.`,
  }),
  'container-root': phrase<{ name: string }>({
    text: ({ name }) => `Le conteneur ${name} tourne en root.`,
    remedy: () => 'Ajouter au service : user: "1000:1000".',
    spoken: ({ name }) => `Le conteneur ${name} tourne en root.`,
    action: ({ name }) => `Donner un simple utilisateur au conteneur ${name}.`,
  }),
  'image-unpinned': phrase<{ name: string; image: string }>({
    text: ({ name, image }) => `L'image du conteneur ${name} n'a pas de version fixe : ${image}.`,
    remedy: ({ image }) => `Nommer une version précise : image: ${image.replace(/:latest$/, '')}:<version>.`,
    spoken: ({ name }) => `L'image du conteneur ${name} n'a pas de version fixe.`,
    action: ({ name }) => `Figer la version du conteneur ${name}.`,
  }),
  'container-logs-endless': phrase<{ name: string }>({
    text: ({ name }) => `Le journal du conteneur ${name} grossit sans limite.`,
    remedy: () => 'Ajouter au service : logging: { driver: json-file, options: { max-size: "10m", max-file: "3" } }.',
    spoken: ({ name }) => `Le journal du conteneur ${name} grossit sans limite.`,
    action: ({ name }) => `Limiter le journal du conteneur ${name}.`,
  }),
  'no-restart-policy': phrase<{ name: string }>({
    text: ({ name }) => `Le conteneur ${name} ne redémarrera pas de lui-même.`,
    remedy: ({ name }) =>
      `Ajouter au service : restart: unless-stopped. Tout de suite : docker update --restart unless-stopped ${operand(name)}.`,
    spoken: ({ name }) => `Le conteneur ${name} ne redémarrera pas de lui-même.`,
    action: ({ name }) => `Faire redémarrer seul le conteneur ${name}.`,
  }),
  'proxy-bypassed': phrase<{ port: number; container: string; address: string; gateway: string | null }>({
    text: ({ port, container, address }) =>
      `Le conteneur ${container}, que Traefik protège, s'atteint aussi sans lui par le port ${port} de la machine (${address}).`,
    remedy: ({ port, gateway }) =>
      `Retirer cette ligne de « ports: » (Traefik passe par le réseau Docker), ou la lier : "127.0.0.1:${port}:…"${gateway === null ? '' : `, ou "${gateway}:${port}:…" pour les seuls conteneurs`}.`,
    spoken: ({ container }) => `On atteint le conteneur ${container} sans passer par Traefik.`,
    action: ({ container }) => `Ne plus publier le port du conteneur ${container}.`,
  }),
  'firewall-bypassed': phrase<{ port: number; container: string }>({
    text: ({ port, container }) =>
      `Le pare-feu UFW est actif, mais Docker ouvre le port ${port} (${container}) par-dessus : il est atteignable.`,
    remedy: ({ port }) =>
      `Lier le port : "127.0.0.1:${port}:…" ; ou le fermer avant Docker : sudo iptables -I DOCKER-USER -p tcp -m conntrack --ctorigdstport ${port} ! -s 192.168.0.0/16 -j DROP.`,
    spoken: ({ container }) => `Le port du conteneur ${container} contourne le pare-feu.`,
    action: ({ container }) => `Fermer au pare-feu le port du conteneur ${container}.`,
  }),
  'firewall-unread': phrase<{ target: string; failure: FailureCode }>({
    text: ({ target, failure }) => `${target} : le pare-feu n'a pas pu être lu (${failures[failure]}).`,
    remedy: ({ failure }) =>
      failure === 'missing-tool' ? 'Installer iptables, que lit cet audit.' : "Relancer l'audit avec le droit de lire iptables (sudo).",
    spoken: () => "Le pare-feu n'a pas pu être lu.",
  }),
  'firewall-elsewhere': phrase<{ target: string }>({
    text: ({ target }) => `${target} est sur une autre machine, dont le pare-feu ne se lit pas d'ici.`,
    remedy: () => "Lancer l'audit sur cette machine.",
    spoken: () => "Le pare-feu d'une autre machine ne se lit pas d'ici.",
  }),
} as const;
