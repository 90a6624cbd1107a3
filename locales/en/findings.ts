import type { Locale } from '../locale.ts';
import { bytes, digits, inWords, list, plural } from './numbers.ts';
import { failures, named, theOne, unreadable } from './names.ts';
import { rules } from './rules.ts';

const percent = (value: number) => `${inWords(value)} per cent`;
/** What is left, without calling « zero » what is not. */
const share = (part: number, whole: number) => (2 * 100 * part < whole ? 'less than one per cent' : percent((100 * part) / whole));

/** The master first: without it the assistant itself is gone. */
const mainOf = (capabilities: readonly string[]) => capabilities.find((capability) => capability === 'orchestration') ?? capabilities[0] ?? '';

/** The words of every finding, by message, in the order of the French ones. */
export const findings: Locale['findings'] = {
  // about any rule
  passed: { text: ({ code, subject }) => `${rules[code]}: checked (${subject}).` },
  'not-read': {
    text: ({ target, failure }) => `${target} could not be read: ${failures[failure]}.`,
    remedy: ({ target, failure }) => (failure === 'timeout' ? `Check that ${target} is on and reachable, or mark it “planned: down”.` : `Remove what keeps ${target} from being read, then run the audit again.`),
  },
  skipped: { text: ({ target }) => `${target}: not examined in quick mode.` },
  'planned-down': { text: ({ target }) => `${target} is off, as planned.` },
  'no-target': { text: ({ code }) => `${rules[code]}: nothing in the inventory to examine.` },
  'nothing-to-judge': { text: ({ code, target }) => `${rules[code]}: not applicable to ${target}.` },
  'rule-failed': { text: ({ code }) => `${rules[code]}: the check itself failed, so nothing is claimed.` },
  'not-readable-here': {
    text: ({ target, what, failure }) => `${target}, ${named(what)}: ${unreadable(what, failure).reason}.`,
    remedy: ({ what, failure }) => unreadable(what, failure).remedy,
    spoken: ({ target, what, failure }) => (failure === 'not-applicable' ? `On ${target}, ${named(what)}: not applicable.` : `On ${target}, ${named(what)} could not be read.`),
  },

  // NODE
  'node-down': {
    text: ({ node, failure }) => `${node} is not answering: ${failures[failure]}.`,
    remedy: ({ node }) => `Start ${node}'s server (LM Studio: Developer > Start Server; Ollama: systemctl restart ollama), or mark it “planned: down”.`,
    spoken: ({ node }) => `${node} is not answering.`,
    todo: ({ node }) => `Restart the server of ${node}.`,
  },
  'no-model-loaded': {
    text: ({ node, installed }) => `${node} has no model loaded (${digits(installed)} installed).`,
    remedy: () => 'Load a model (lms load <model>) or turn on loading on demand.',
    spoken: ({ node }) => `${node} has no model loaded.`,
    todo: ({ node }) => `Load a model on ${node}.`,
  },
  'model-not-loaded': {
    text: ({ node, models }) => `${node} has not loaded ${list(models)}, although the inventory expects ${plural(models.length, 'it', 'them')}.`,
    remedy: ({ models }) => `Load ${list(models.map((model) => `“${model}”`))} (lms load <model>).`,
    spoken: ({ node, models }) => (models.length === 1 ? `On ${node}, an expected model is not loaded.` : `On ${node}, ${inWords(models.length)} expected models are not loaded.`),
  },
  'loaded-unknown': { text: ({ node }) => `${node} does not say which models are loaded (API too old).`, remedy: () => 'Update LM Studio (0.4.0 or later).' },
  'token-refused': {
    text: ({ node, hasToken }) => (hasToken ? `${node} rejects the configured token.` : `${node} requires a token, and the inventory gives none.`),
    remedy: ({ node, hasToken }) =>
      hasToken ? `Renew ${node}'s token (LM Studio: Developer > Server Settings) and update it in the environment.` : `Create a token for ${node} and add it to the inventory: token: "\${VARIABLE_NAME}".`,
    spoken: ({ node, hasToken }) => (hasToken ? `${node} rejects our token.` : `${node} requires a token that I do not have.`),
    todo: ({ node, hasToken }) => (hasToken ? `Renew the token of ${node}.` : `Give the audit a token for ${node}.`),
  },
  'node-open': {
    text: ({ node, scope, address }) => `${node} answers without authentication ${scope === 'wan' ? 'from the Internet' : 'to the whole local network'} (${address}).`,
    remedy: () => 'Require a token, or bind the server to 127.0.0.1 and put it behind an authenticating proxy.',
    spoken: ({ node, scope }) => `${node} is open without a password ${scope === 'wan' ? 'on the Internet' : 'on the local network'}.`,
    todo: ({ node }) => `Protect ${node} with a token.`,
  },
  'node-on-loopback': { text: ({ node }) => `${node} listens on this machine only.` },
  'access-unknown': { text: ({ node }) => `Whether ${node} answers without authentication is unknown.`, remedy: () => 'Make the call again by hand, without a token, from another machine of the network.' },
  'model-missing': {
    text: ({ node, model }) => `The model ${model} is expected on ${node} and is not installed there.`,
    remedy: ({ model }) => `Install the model (ollama pull ${model}), or remove it from the inventory.`,
    spoken: ({ node }) => `${node} lacks an expected model.`,
    todo: ({ node }) => `Install the expected model on ${node}.`,
  },
  'model-spills': {
    text: ({ node, model, percent: held }) => `On ${node}, only ${digits(held)}% of ${model} fits in video memory: the rest runs on the processor.`,
    remedy: () => 'Reduce the context, choose a lighter quantisation or unload another model.',
    spoken: ({ node, percent: held }) => `On ${node}, only ${percent(held)} of a model fits in video memory.`,
  },
  'inference-ok': {
    text: ({ node, model, ms, tokensPerSecond }) => `${node} answered a prompt with ${model}${ms === null ? '' : ` in ${digits(ms)} ms`}${tokensPerSecond === null ? '' : ` (${digits(tokensPerSecond, 1)} tokens/s)`}.`,
    spoken: ({ node }) => `${node} answered a prompt.`,
  },
  'inference-failed': {
    text: ({ node, model, failure }) => `${node} is reachable, but ${model} does not answer a prompt: ${failures[failure]}.`,
    remedy: ({ node }) => `Restart the engine on ${node}; check its queue and its video memory.`,
    spoken: ({ node }) => `${node} is reachable but does not answer prompts.`,
    todo: ({ node }) => `Restart the engine of ${node}.`,
  },
  'inference-late': {
    text: ({ node, model }) => `${node} did not answer a prompt in time (${model}); to be confirmed by the next audit.`,
    remedy: ({ node }) => `Check the queue and the video memory on ${node}.`,
    spoken: ({ node }) => `${node} did not answer a prompt in time, to be confirmed.`,
  },
  'no-prompt': { text: ({ node }) => `${node}: the inventory allows no prompt.` },
  'nothing-to-prompt': { text: ({ node }) => `${node}: no loaded model to prompt.` },
  'command-failed': {
    text: ({ node, exitCode }) => `${node}'s command fails (code ${digits(exitCode)}).`,
    remedy: ({ node }) => `Run ${node}'s command by hand; check its key and the outgoing network.`,
    spoken: ({ node }) => `${node}'s command fails.`,
  },
  'command-degraded': {
    text: ({ node }) => `${node} reports itself as degraded.`,
    remedy: ({ node }) => `Run ${node}'s command by hand; check its key, its quota and the outgoing network.`,
  },
  // one of the versions may be what the inventory expects
  'versions-differ': {
    text: ({ kind, versions }) => `The ${named(kind)} versions, read or expected, do not match: ${list(versions)}.`,
    remedy: () => 'Update the oldest.',
    spoken: ({ kind }) => `The ${named(kind)} versions do not match.`,
  },
  'too-few-versions': { text: ({ kind }) => `${named(kind)}: fewer than two versions read, nothing to compare.` },
  'capability-unproven': {
    text: ({ capability }) => `No running node proves the capability “${named(capability)}”, although the inventory promises it.`,
    remedy: ({ capability }) => `Load or install a model for ${theOne(capability)}, or correct “provides”.`,
    spoken: ({ capability }) => `No running node proves that it can provide ${theOne(capability)}.`,
    todo: ({ capability }) => `Load a model for ${theOne(capability)}.`,
  },
  'capability-unknown': { text: ({ capability, nodes }) => `The capability “${named(capability)}” cannot be checked: ${list(nodes)} could not be read.` },
  'capability-not-promised': { text: ({ capability }) => `No node promises the capability “${named(capability)}”.` },
  'any-origin': {
    text: ({ node, origin }) => `${node} accepts calls from any web page (Access-Control-Allow-Origin: ${origin}).`,
    remedy: () => 'Restrict the origins (OLLAMA_ORIGINS, or turn CORS off in LM Studio).',
    spoken: ({ node }) => `Any web page can call ${node}.`,
    todo: ({ node }) => `Restrict the origins that ${node} accepts.`,
  },
  'origin-unknown': { text: ({ node }) => `The origins that ${node} accepts could not be read.` },

  // GPU
  'gpu-unreadable': {
    text: ({ target, detail }) => `The GPUs on ${target} could not be read: ${detail}.`,
    remedy: () => 'Check the driver (look for NVRM in dmesg), then nvidia-smi.',
    spoken: ({ target }) => `The GPUs on ${target} could not be read.`,
    todo: () => 'Check the GPU driver.',
  },
  'gpu-none': {
    text: ({ target }) => `${target}: the driver answers but sees no GPU.`,
    remedy: () => 'Check the power supply and the risers, then restart the machine.',
    spoken: ({ target }) => `The driver on ${target} sees no GPU.`,
  },
  'gpu-hot': {
    text: ({ target, index, name, temperatureC }) => `GPU ${index} on ${target} (${name}) is at ${digits(temperatureC)} °C.`,
    remedy: () => 'Clean it, add ventilation or limit the power (nvidia-smi -pl).',
    spoken: ({ target, temperatureC }) => `A GPU on ${target} is at ${inWords(temperatureC)} ${plural(temperatureC, 'degree')}.`,
    todo: () => 'Cool the GPU down.',
  },
  'gpu-figure-unknown': {
    text: ({ target, index, what }) => `GPU ${index} on ${target}: ${named(what)} could not be read.`,
    remedy: () => 'Check the card with nvidia-smi -q.',
    spoken: ({ target, what }) => `The ${named(what)} of a GPU on ${target} could not be read.`,
  },
  'gpu-memory-full': {
    text: ({ target, index, freeMiB, totalMiB }) => `GPU ${index} on ${target} has only ${digits(freeMiB)} MiB free out of ${digits(totalMiB)}.`,
    remedy: () => 'Unload a model.',
    spoken: ({ target }) => `The memory of a GPU on ${target} is almost full.`,
  },
  'gpu-missing': {
    text: ({ target, seen, expected, uuids }) => `${target}: ${digits(seen)} ${plural(seen, 'GPU')} seen, ${digits(expected)} expected${uuids.length > 0 ? ` (missing: ${list(uuids)})` : ''}.`,
    remedy: () => 'Look for a card that fell off the bus: check risers and power supply, then restart.',
    // a card replaced by another leaves the count right
    spoken: ({ target, seen, expected }) => (seen >= expected ? `An expected GPU on ${target} is not visible.` : seen === 0 ? `No GPU on ${target} is visible.` : `Only ${inWords(seen)} of the ${inWords(expected)} GPUs on ${target} ${plural(seen, 'is', 'are')} visible.`),
    todo: () => 'Check the risers and the power of the GPUs.',
  },

  // SYS
  'disk-full': {
    text: ({ target, mount, percent: used, freeBytes }) => `The disk ${mount} on ${target} is ${digits(used)}% full${freeBytes === null ? '' : ` (${bytes(freeBytes)} free)`}.`,
    remedy: ({ mount }) => `Free space on ${mount} or move models elsewhere.`,
    spoken: ({ target, percent: used }) => `A disk on ${target} is ${percent(used)} full.`,
    todo: ({ target }) => `Free some space on the disk of ${target}.`,
  },
  'mount-unknown': {
    text: ({ target, mount }) => `The mount ${mount} on ${target} is not answering: space unknown.`,
    remedy: ({ mount }) => `Check the server that holds ${mount}.`,
    spoken: ({ target }) => `A mount on ${target} is not answering.`,
  },
  'inodes-full': {
    text: ({ target, mount, percent: used }) => `${mount} on ${target} has used ${digits(used)}% of its inodes.`,
    remedy: ({ mount }) => `Remove the small files that ${mount} does not need.`,
    spoken: ({ target }) => `A disk on ${target} has almost no inodes left.`,
  },
  'disk-read-only': {
    text: ({ target, mount, device }) => `${mount} on ${target} (${device}) has gone read-only: nothing can be written to it.`,
    remedy: ({ device }) => `Read dmesg, check the disk ${device} (fsck, SMART), then mount it writable again.`,
    spoken: ({ target }) => `A disk on ${target} has gone read-only.`,
    todo: ({ target }) => `Check the disk of ${target}.`,
  },
  'memory-low': {
    text: ({ target, availableBytes, totalBytes, process }) => `${target} has only ${bytes(availableBytes)} of memory available out of ${bytes(totalBytes)}${process ? ` (the largest: ${process})` : ''}.`,
    remedy: ({ process }) => (process ? `Close or limit ${process}.` : 'Close what uses up the memory.'),
    spoken: ({ target, availableBytes, totalBytes }) => `${target} has ${share(availableBytes, totalBytes)} of its memory left.`,
    todo: ({ target }) => `Free some memory on ${target}.`,
  },
  'load-high': {
    text: ({ target, load, cores }) => `The load on ${target} is ${digits(load, 1)} for ${digits(cores)} ${plural(cores, 'core')}.`,
    remedy: () => 'Find the process (top) and limit it.',
    spoken: ({ target }) => `${target} is overloaded.`,
  },
  'security-updates': {
    text: ({ target, count }) => `${target} has ${digits(count)} security ${plural(count, 'update')} waiting.`,
    remedy: () => 'Run apt upgrade, then restart what needs it.',
    spoken: ({ target, count }) => `${target} has ${inWords(count)} security ${plural(count, 'update')} waiting.`,
    todo: ({ target }) => `Update ${target}.`,
  },
  'reboot-required': { text: ({ target }) => `${target} must restart to apply its updates.`, remedy: () => 'Plan a restart.' },
  'clock-unsynchronised': {
    text: ({ target }) => `${target}'s clock is not synchronised.`,
    remedy: () => 'Turn synchronisation on (timedatectl set-ntp true, or chrony).',
  },
  'clock-skew': {
    text: ({ target, seconds }) => `${target}'s clock is ${digits(seconds)} s away from this machine's.`,
    remedy: () => 'Turn synchronisation on at both ends (timedatectl set-ntp true, or chrony).',
    spoken: ({ target, seconds }) => `${target}'s clock is ${inWords(seconds)} ${plural(seconds, 'second')} away from ours.`,
    todo: () => 'Synchronise the clocks.',
  },
  'disk-failing': {
    text: ({ target, device }) => `The disk ${device} on ${target} reports that it is failing (SMART).`,
    remedy: ({ device }) => `Back everything up now, then replace ${device}.`,
    spoken: ({ target }) => `A disk on ${target} reports that it is failing.`,
    todo: ({ target }) => `Back up the disk of ${target} now.`,
  },
  'disk-health-unknown': {
    text: ({ target, device }) => `The SMART health of ${device} on ${target} could not be read.`,
    remedy: () => 'Run the audit again with the right to read SMART (sudo).',
    spoken: ({ target }) => `The health of a disk on ${target} could not be read.`,
  },

  // NET
  'port-closed': {
    text: ({ service, port, host, failure }) =>
      failure === 'unreachable' ? `${service} cannot be reached: port ${port} of ${host} is out of reach (${failures[failure]}).` : `${service} is not running: port ${port} of ${host} is closed (${failures[failure]}).`,
    remedy: ({ service, host, failure }) => (failure === 'unreachable' ? `Check that ${host} is on and reachable, then start ${service}.` : `Start ${service}.`),
    spoken: ({ service, failure }) => (failure === 'unreachable' ? `${service} cannot be reached.` : `${service} is not running.`),
    todo: ({ service, failure }) => (failure === 'unreachable' ? `Check the machine of ${service}.` : `Start ${service}.`),
  },
  'port-unclear': {
    text: ({ service, port, host, state }) => (state === 'closed-at-once' ? `${service}: port ${port} of ${host} accepts, then hangs up at once; nothing is proven.` : `${service}: port ${port} of ${host} is filtered or silent.`),
    remedy: ({ service }) => `Check the firewall and ${service}.`,
    spoken: ({ service, state }) => (state === 'closed-at-once' ? `The port of ${service} hangs up at once.` : `The port of ${service} is filtered or silent.`),
  },
  'unknown-listener': {
    text: ({ port, address, process }) => `Port ${port} (${address}) is held open by ${process ?? 'an unknown process'}, absent from the inventory.`,
    remedy: ({ port, process }) => `Stop ${process ?? 'this process'}, or declare it (known: [${port}]).`,
    spoken: () => 'A service absent from the inventory is listening on a port.',
    todo: () => 'Stop or declare the unknown listener.',
  },
  'listeners-unknown': {
    text: ({ target, detail }) => `${target}: the listeners of the machine could not be read${detail ? ` (${detail})` : ''}.`,
    remedy: () => 'Run the audit on the machine itself, with sufficient rights.',
    spoken: ({ target }) => `The listeners on ${target} could not be read.`,
  },
  'not-declared': { text: ({ target }) => `${target}: without a written inventory, there is nothing to compare the listeners with.` },
  // only the number of the port names the service
  'sensitive-open': {
    text: ({ service, port, address, process }) => `Port ${port}, usually that of ${service}${process ? ` and held by ${process}` : ''}, is open to the whole network: bound to ${address}.`,
    remedy: ({ port }) => `Bind port ${port} to 127.0.0.1, or close it in the firewall.`,
    spoken: ({ service }) => `The usual port of ${service} is open to the whole network.`,
    todo: ({ service }) => `Close the port of ${service} to the network.`,
  },
  'port-shared': {
    text: ({ port, owners }) => `${list(owners)} share port ${port}.`,
    remedy: ({ port }) => `Change the port of one of them (today ${port}).`,
    spoken: ({ owners }) => `${owners.length === 2 ? 'Two' : 'Several'} services compete for the same port.`,
    todo: () => 'Give each of them a port.',
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
    todo: () => 'Repair the DNS of this machine.',
  },
  'names-resolved': { text: ({ resolved, total }) => `Names resolved: ${digits(resolved)} of ${digits(total)}.` },

  // ARCH
  'single-point': {
    text: ({ component, loses }) => `If ${component} goes down, we lose ${list(loses.map(theOne))}.`,
    remedy: ({ loses }) => `Add a fallback, on another machine, for ${list(loses.map(theOne))}.`,
    spoken: ({ component, loses }) => `If ${component} goes down, we lose ${theOne(mainOf(loses))}${loses.length > 1 ? ', among other things' : ''}.`,
    todo: ({ loses }) => `Plan a fallback for ${theOne(mainOf(loses))}.`,
  },
  'single-point-unknown': {
    text: ({ component, capabilities }) =>
      capabilities.length === 0 ? `Whether ${component} carries anything alone is unknown: it could not be read.` : `Whether ${component} alone carries ${list(capabilities.map(theOne))} is unknown: some nodes could not be read.`,
  },
  'no-fallback': {
    text: ({ capability, up }) => (up.length === 0 ? `No running node for “${named(capability)}”.` : `“${named(capability)}” has no fallback: only ${list(up)} provides it.`),
    remedy: ({ capability }) => `Add a node for ${theOne(capability)}.`,
    spoken: ({ capability, up }) => (up.length === 0 ? `No running node provides ${theOne(capability)}.` : `No fallback for ${theOne(capability)}.`),
  },
  'fallback-exists': { text: ({ capability, up }) => `“${named(capability)}” is provided by ${list(up)}.` },
  'fallback-unknown': { text: ({ capability, unknown }) => `The fallback for “${named(capability)}” is unknown: ${list(unknown)} could not be read.` },
  'one-gateway': {
    text: ({ gateway }) => `A single network gateway (${gateway}): without it, no access to the outside.`,
    remedy: () => 'Prepare a backup connection (4G).',
    spoken: () => 'There is only one network gateway.',
  },
};
