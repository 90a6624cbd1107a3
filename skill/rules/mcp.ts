import { defineRule, type Rule } from '../audit/define.ts';
import { initializeParams, MODERN, modernParams } from '../probes/mcp/protocol.ts';
import { type McpFacts, type McpTarget, mcp } from '../probes/mcp.ts';
import { publicUrl } from '../public-url.ts';
import { MASK } from '../redact.ts';
import { lineOf } from './command-line.ts';
import { judge } from './judge.ts';
import { curl, quoted } from './shell.ts';

/** Failures that prove that nothing can be asked there; the others leave it unknown. */
const OUT_OF_ORDER: ReadonlySet<string> = new Set(['refused', 'reset', 'unreachable', 'bad-status']);

const mcpActive = defineRule({
  code: 'NODE-010',
  dimension: 'stability',
  severity: 'medium',
  about: 'target',
  needs: { mcp },
  *check({ mcp }) {
    for (const { target, reading } of mcp) {
      const facts = reading.ok ? reading.facts : null;
      const value = reading.ok ? shown(reading.facts) : `${reading.failure?.code}: ${reading.failure?.detail}`;
      const on = judge('NODE-010', target.id, target.id, {
        evidence: [{ ...asked(target, facts), value, at: reading.startedAt }],
        verify: verify(target, facts),
      });
      if (reading.ok) yield on.pass();
      else if (reading.failure && OUT_OF_ORDER.has(reading.failure.code))
        yield on.violation({
          id: 'mcp-down',
          values: { name: target.id, failure: reading.failure.code, isProgram: target.command !== undefined },
        });
    }
  },
});

function shown({ tools, latencyMs, server, protocolVersion }: McpFacts): string {
  const count = tools === null ? 'tools unknown' : `${tools.isComplete ? '' : 'at least '}${tools.count} tools`;
  const name = [server.name ?? 'unnamed', server.version ?? ''].join(' ').trim();
  return `${latencyMs} ms, ${count}, ${name}, protocol ${protocolVersion}`;
}

function asked({ url = '', command }: McpTarget, facts: McpFacts | null) {
  if (command !== undefined) return { command: lineOf(command, MASK) };
  return { request: facts?.transport === 'sse' ? `GET ${publicUrl(url)}` : `POST ${publicUrl(url)} (${openingOf(facts).method})` };
}

/** The first word of a conversation: it changes nothing, and the answer shows that the server is there. */
function openingOf(facts: McpFacts | null) {
  const isModern = facts?.era === 'modern';
  return isModern ? { method: 'server/discover', params: modernParams } : { method: 'initialize', params: initializeParams() };
}

/** Some servers end with their input, before they have answered. */
const HOLD_INPUT_S = 3;

function verify({ url = '', command, token }: McpTarget, facts: McpFacts | null): string {
  const hasToken = token !== undefined;
  const opening = openingOf(facts);
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, ...opening });
  if (command !== undefined) return `{ printf '%s\\n' ${quoted(body)}; sleep ${HOLD_INPUT_S}; } | ${lineOf(command, '"$SECRET"')}`;
  if (facts?.transport === 'sse') return curl(publicUrl(url), { headers: ['Accept: text/event-stream'], hasToken });
  const modern = facts?.era === 'modern' ? [`MCP-Protocol-Version: ${MODERN}`, `Mcp-Method: ${opening.method}`] : [];
  const headers = ['Content-Type: application/json', 'Accept: application/json, text/event-stream', ...modern];
  return curl(publicUrl(url), { headers, hasToken, body });
}

export const mcpRules: readonly Rule[] = [mcpActive];
