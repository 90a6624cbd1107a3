import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { aloud as english } from '../../locales/en/aloud.ts';
import { aloud as french } from '../../locales/fr/aloud.ts';

/** The sounds that espeak-ng makes of a text, without stress, pauses, or the marks where it changes language. */
function sounds(text: string, voice: string): string {
  const { stdout } = spawnSync('espeak-ng', ['-v', voice, '-x', '-q', '--ipa', '--stdin'], { input: `${text}\n`, encoding: 'utf8' });
  return stdout.replace(/\([a-z-]+\)|[ˈˌː\-\s]/g, '');
}

/** As people of the trade say it. Another version may have other sounds for the same word. */
const VERSION = '1.51';
const hasVoice = spawnSync('espeak-ng', ['--version'], { encoding: 'utf8' }).stdout?.includes(VERSION) ?? false;

describe.skipIf(!hasVoice)(`espeak-ng ${VERSION} says in French`, () => {
  test.each([
    ['M1', 'ɛmœ̃'],
    ['OL1', 'oɛlœ̃'],
    ['I1', 'iœ̃'],
    ['GEMINI', 'ʒemini'],
    ['tour', 'tuʁ'],
    ['n8n', 'ɛnyitɛn'],
    ['nginx', 'ɛndʒiniks'],
    ['Traefik', 'tʁafik'],
    ['PostgreSQL', 'postɡʁɛs'],
    ['MySQL', 'majɛskyɛl'],
    ['Redis', 'ʁedis'],
    ['Ollama', 'ɔlama'],
    ['LM Studio', 'ɛlɛmstydjo'],
    ['Kubernetes', 'kybɛʁnetɛs'],
    ['Grafana', 'ɡʁafana'],
    ['Qdrant', 'kydʁɑ̃'],
    ['Docker', 'dɔkœʁ'],
    ['Chroma', 'kʁoma'],
    ['Milvus', 'milvys'],
    ['etcd', 'etsede'],
    ['JARVIS', 'ʒaʁvis'],
    ['GPU', 'ʒepey'],
    ['gpus', 'ʒepey'],
    ['VRAM', 'veʁam'],
    ['CPU', 'sepey'],
    ['IA', 'ia'],
    ['RPO', 'ɛʁpeo'],
    ['RTO', 'ɛʁteo'],
    ['API', 'apei'],
    ['MCP', 'ɛmsepe'],
    ['DNS', 'deɛnɛs'],
    ['SSH', 'ɛsɛsaʃ'],
    ['UUID', 'yyide'],
    ['JSON', 'dʒizɔn'],
    ['YAML', 'jamɛl'],
    ['URL', 'yɛʁɛl'],
    ['USB', 'yɛsbe'],
    ['IPv6', 'ipevesis'],
    ['NAS', 'nas'],
    ['cluster', 'kløstœʁ'],
    ['risers', 'ʁaizœʁ'],
    ['systemd', 'sistɛmde'],
    ['CrowdSec', 'kɹaʊdsɛk'],
    ['qwen3:1.7b', 'kwɛntʁwaœ̃viʁɡylsɛtbe'],
    ['96 %', 'katʁvɛ̃sɛzpuʁsɑ̃'],
    ['v3.6.7', 'vɛʁsjɔ̃tʁwapwɛ̃sipwɛ̃sɛt'],
  ])('%s: %s', (written, intended) => {
    expect(sounds(french(written), 'fr-fr')).toBe(intended);
  });

  test('what is spelt otherwise needed it', () => {
    for (const name of ['nginx', 'Traefik', 'Redis', 'Kubernetes', 'Qdrant', 'Docker', 'GPU', 'JSON', 'IA', 'OL1'])
      expect(sounds(name, 'fr-fr')).not.toBe(sounds(french(name), 'fr-fr'));
  });
});

describe.skipIf(!hasVoice)(`espeak-ng ${VERSION} says in English`, () => {
  test.each([
    ['M1', 'ɛmwɒn'],
    ['OL1', 'əʊɛlwɒn'],
    ['nginx', 'ɛndʒɪnɛks'],
    ['n8n', 'ɛneɪtɛn'],
    ['Traefik', 'tɹafɪk'],
    ['Redis', 'ɹɛdɪs'],
    ['PostgreSQL', 'pəʊstɡɹɛs'],
    ['Kubernetes', 'kubənɛtɪz'],
    ['Qdrant', 'kwɒdɹənt'],
    ['GPUs', 'dʒipijuz'],
    ['VRAM', 'viɹam'],
    ['qwen3', 'kwɛnθɹi'],
    ['etcd', 'ɛtsidi'],
    ['Gemini', 'dʒɛmɪnaɪ'],
  ])('%s: %s', (written, intended) => {
    expect(sounds(english(written), 'en-gb')).toBe(intended);
  });
});
