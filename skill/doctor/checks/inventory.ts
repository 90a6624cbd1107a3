import { namesOf } from '../../audit/self-test.ts';
import { DEFAULT_FILE } from '../../inventory/find.ts';
import { InventoryError } from '../../inventory/inventory-error.ts';
import { type LoadedInventory, parseInventory } from '../../inventory/load.ts';
import { operand, quoted } from '../../rules/shell.ts';
import { invocation } from '../../tool.ts';
import { type Check, type Diagnosis, fine, type Patient } from '../check.ts';

const ASSISTANT = ['LM_STUDIO_1_URL', 'LM_STUDIO_2_URL', 'LM_STUDIO_3_URL', 'OLLAMA_URL'];
const REFERENCE = /\$(?:\$|\{([A-Za-z_][A-Za-z0-9_]*)(:-[^}]*)?\})/g;
const MOST_NAMES = 20;

/** Whether what exists is written down, can be read, and has all the variables that it names. */
export const inventory: Check = {
  id: 'inventory',
  async look(patient, signal) {
    const { config, files } = patient;
    const file = config ?? DEFAULT_FILE;
    if (!(await files.exists(file, signal))) return [config === undefined ? none(patient) : absent(file)];
    const text = await files.text(file, signal);
    if (text === null)
      return [{ state: 'missing', note: { id: 'inventoryUnreadable', values: { file } }, command: `ls -l ${operand(file)}` }];
    const unset = unsetNames(text, patient);
    if (unset.length > 0)
      return [
        {
          state: 'missing',
          note: { id: 'variablesUnset', values: { file, names: unset } },
          command: unset.map((name) => `export ${name}=…`).join(' '),
        },
      ];
    const loaded = load(text, file, patient);
    if ('problem' in loaded) return [broken(file, loaded.problem)];
    const { targets } = loaded.inventory;
    return [
      fine({ id: 'inventoryFine', values: { file, count: targets.length } }),
      ...(await unresolved([...new Set(targets.flatMap(namesOf))], patient, signal)),
    ];
  },
};

function none({ environment }: Patient): Diagnosis {
  const named = ASSISTANT.filter((name) => environment[name]);
  const command = `${invocation} discover > ${DEFAULT_FILE}`;
  if (named.length > 0) return { state: 'optional', note: { id: 'inventoryFromEnvironment', values: { names: named } }, command };
  return { state: 'optional', note: { id: 'inventoryNone', values: { names: ASSISTANT } }, command };
}

const absent = (file: string): Diagnosis => ({
  state: 'missing',
  note: { id: 'inventoryAbsent', values: { file } },
  command: `${invocation} discover > ${quoted(file)}`,
});

const broken = (file: string, problem: string): Diagnosis => {
  const line = /:(\d+): /.exec(problem)?.[1];
  return {
    state: 'missing',
    note: { id: 'inventoryBroken', values: { problem } },
    command: line ? `sed -n '${line}p' ${operand(file)}` : null,
  };
};

function load(text: string, file: string, { environment }: Patient): LoadedInventory | { readonly problem: string } {
  try {
    return parseInventory(text, file, environment);
  } catch (error) {
    if (error instanceof InventoryError) return { problem: error.message };
    throw error;
  }
}

/** Without a default and without a value. What stands in a comment of YAML is none. */
function unsetNames(text: string, { environment }: Patient): readonly string[] {
  const names = new Set<string>();
  for (const line of text.split('\n')) {
    for (const [, name, fallback] of line.replace(/(^|\s)#.*$/, '').matchAll(REFERENCE))
      if (name !== undefined && fallback === undefined && !environment[name]) names.add(name);
  }
  return [...names].slice(0, MOST_NAMES);
}

async function unresolved(names: readonly string[], { host }: Patient, signal: AbortSignal): Promise<readonly Diagnosis[]> {
  const found = await Promise.all(
    names.map((name) =>
      host.resolve(name, signal).then(
        (addresses) => addresses.length > 0,
        () => false,
      ),
    ),
  );
  signal.throwIfAborted();
  const failed = names.filter((_, index) => !found[index]);
  if (failed.length === 0) return [];
  return [
    {
      state: 'missing',
      note: { id: 'namesUnresolved', values: { names: failed } },
      command: `getent hosts ${failed.slice(0, 4).map(quoted).join(' ')}`,
    },
  ];
}
