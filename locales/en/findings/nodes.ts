import type { nodes as french } from '../../fr/findings/nodes.ts';
import type { Locale } from '../../locale.ts';
import { failures, named, theOne } from '../names.ts';
import { digits, inWords, list, percent, plural } from '../numbers.ts';

/** Words about AI nodes. */
export const nodes: Pick<Locale['findings'], keyof typeof french> = {
  'node-down': {
    text: ({ node, failure }) => `${node} is not answering: ${failures[failure]}.`,
    remedy: ({ node }) =>
      `Start ${node}'s server (LM Studio: Developer > Start Server; Ollama: sudo systemctl restart ollama), or mark it “planned: down”.`,
    spoken: ({ node }) => `${node} is not answering.`,
    action: ({ node }) => `Restart the server of ${node}.`,
  },
  'no-model-loaded': {
    text: ({ node, installed }) => `${node} has no model loaded (${digits(installed)} installed).`,
    remedy: () => 'Load a model (lms load <model>) or turn on loading on demand.',
    spoken: ({ node }) => `${node} has no model loaded.`,
    action: ({ node }) => `Load a model on ${node}.`,
  },
  'model-not-loaded': {
    text: ({ node, models }) =>
      `${node} has not loaded ${list(models)}, although the inventory expects ${plural(models.length, 'it', 'them')}.`,
    remedy: ({ models }) => `Load ${list(models.map((model) => `“${model}”`))} (lms load <model>).`,
    spoken: ({ node, models }) =>
      models.length === 1
        ? `On ${node}, an expected model is not loaded.`
        : `On ${node}, ${inWords(models.length)} expected models are not loaded.`,
  },
  'loaded-unknown': {
    text: ({ node }) => `${node} does not say which models are loaded (API too old).`,
    remedy: () => 'Update LM Studio (0.4.0 or later).',
  },
  'token-refused': {
    text: ({ node, hasToken }) =>
      hasToken ? `${node} rejects the configured token.` : `${node} requires a token, and the inventory gives none.`,
    remedy: ({ node, hasToken }) =>
      hasToken
        ? `Renew ${node}'s token (LM Studio: Developer > Server Settings) and update it in the environment.`
        : `Create a token for ${node} and add it to the inventory: token: "\${VARIABLE_NAME}".`,
    spoken: ({ node, hasToken }) => (hasToken ? `${node} rejects our token.` : `${node} requires a token that I do not have.`),
    action: ({ node, hasToken }) => (hasToken ? `Renew the token of ${node}.` : `Give the audit a token for ${node}.`),
  },
  'node-open': {
    text: ({ node, scope, address }) =>
      `${node} answers without authentication ${scope === 'wan' ? 'from the Internet' : 'to the whole local network'} (${address}).`,
    remedy: () => 'Require a token, or bind the server to 127.0.0.1 and put it behind an authenticating proxy.',
    spoken: ({ node, scope }) => `${node} is open without a password ${scope === 'wan' ? 'on the Internet' : 'on the local network'}.`,
    action: ({ node }) => `Protect ${node} with a token.`,
  },
  'node-on-loopback': { text: ({ node }) => `${node} listens on this machine only.` },
  'access-unknown': {
    text: ({ node }) => `Whether ${node} answers without authentication is unknown.`,
    remedy: () => 'Make the call again by hand, without a token, from another machine of the network.',
  },
  'model-missing': {
    text: ({ node, model }) => `The model ${model} is expected on ${node} and is not installed there.`,
    remedy: ({ model }) =>
      `Install the model (Ollama: ollama pull ${model}; LM Studio: lms get ${model}), or remove it from the inventory.`,
    spoken: ({ node }) => `${node} lacks an expected model.`,
    action: ({ node }) => `Install the expected model on ${node}.`,
  },
  'model-spills': {
    text: ({ node, model, percent: held }) =>
      `On ${node}, only ${digits(held)}% of ${model} fits in video memory: the rest runs on the processor.`,
    remedy: () => 'Reduce the context, choose a lighter quantisation or unload another model.',
    spoken: ({ node, percent: held }) => `On ${node}, only ${percent(held)} of a model fits in video memory.`,
  },
  'inference-ok': {
    text: ({ node, model, ms, tokensPerSecond }) =>
      `${node} answered a prompt with ${model}${ms === null ? '' : ` in ${digits(ms)} ms`}${tokensPerSecond === null ? '' : ` (${digits(tokensPerSecond, 1)} tokens/s)`}.`,
    spoken: ({ node }) => `${node} answered a prompt.`,
  },
  'inference-failed': {
    text: ({ node, model, failure }) => `${node} is reachable, but ${model} does not answer a prompt: ${failures[failure]}.`,
    remedy: ({ node }) => `Restart the engine on ${node}; check its queue and its video memory.`,
    spoken: ({ node }) => `${node} is reachable but does not answer prompts.`,
    action: ({ node }) => `Restart the engine of ${node}.`,
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
  'mcp-down': {
    text: ({ name, failure, isProgram }) => {
      if (isProgram) return `The MCP server ${name} ${failure === 'bad-status' ? 'starts but refuses to talk' : 'ends without answering'}.`;
      return `The MCP server ${name} is not answering${failure === 'bad-status' ? ' properly' : ''}: ${failures[failure]}.`;
    },
    remedy: ({ name, isProgram }) =>
      isProgram
        ? `Run the command of the MCP server ${name} by hand and read what it prints, or mark it “planned: down”.`
        : `Restart the MCP server ${name}, or mark it “planned: down”.`,
    spoken: ({ name }) => `The MCP server ${name} is not working.`,
    action: ({ name }) => `Restart the MCP server ${name}.`,
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
    action: ({ capability }) => `Load a model for ${theOne(capability)}.`,
  },
  'capability-unknown': {
    text: ({ capability, nodes }) => `The capability “${named(capability)}” cannot be checked: ${list(nodes)} could not be read.`,
  },
  'capability-not-promised': { text: ({ capability }) => `No node promises the capability “${named(capability)}”.` },
  'any-origin': {
    text: ({ node, origin }) => `${node} accepts calls from any web page (Access-Control-Allow-Origin: ${origin}).`,
    remedy: () => 'Restrict the origins (OLLAMA_ORIGINS, or turn CORS off in LM Studio).',
    spoken: ({ node }) => `Any web page can call ${node}.`,
    action: ({ node }) => `Restrict the origins that ${node} accepts.`,
  },
  'origin-unknown': { text: ({ node }) => `The origins that ${node} accepts could not be read.` },
};
