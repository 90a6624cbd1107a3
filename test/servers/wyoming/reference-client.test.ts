import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { openDoor } from './door.ts';

/** Debian has `python3-wyoming` in its newer suites; PYTHONPATH may lead to it, too. */
const isAbsent = spawnSync('python3', ['-c', 'import wyoming.client, wyoming.handle, wyoming.info']).status !== 0;

/** What the protocol's own Python client makes of it, as a line of JSON an event, until its answer is whole. */
const CLIENT = `
import asyncio, json, sys
from wyoming.asr import Transcript
from wyoming.client import AsyncClient
from wyoming.handle import Handled, NotHandled
from wyoming.info import Describe, Info
from wyoming.ping import Ping, Pong

async def main():
    async with AsyncClient.from_uri(sys.argv[1]) as client:
        await client.write_event(Describe().event())
        info = Info.from_event(await client.read_event())
        [service] = info.handle
        print(json.dumps([service.name, service.installed, [model.languages for model in service.models], info.asr, info.wake]))
        await client.write_event(Ping(text="là ?").event())
        print(json.dumps(Pong.from_event(await client.read_event()).text))
        transcript = Transcript("état du cluster", language="fr", context={"conversation_id": "01JD2"})
        await client.write_event(transcript.event())
        while True:
            event = await client.read_event()
            if Handled.is_type(event.type):
                handled = Handled.from_event(event)
                print(json.dumps([handled.text, handled.context]))
                return

asyncio.run(main())
`;

describe("the protocol's reference client, where Python has the package wyoming", () => {
  test.skipIf(isAbsent)('knows us, and hears our answer', async () => {
    const { port, skill } = await openDoor();
    const { stdout } = await promisify(execFile)('python3', ['-c', CLIENT, `tcp://127.0.0.1:${port}`], { timeout: 20_000 });
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([['jarvis-audit', true, [['fr', 'en']], [], []], 'là ?', ['Un nœud sur deux répond.', { conversation_id: '01JD2' }]]);
    expect(skill.handled).toMatchObject([{ utterance: 'état du cluster', locale: 'fr', session: 'wyoming-01JD2' }]);
  });
});
