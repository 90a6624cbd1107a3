import type { Node } from 'yaml';
import type { Service } from '../compose.ts';
import { cut } from '../cut.ts';
import { type Interpolated, interpolate, type Variables } from './interpolate.ts';
import { projectName } from './names.ts';
import { type Parsed, type Port, parseShortPort, portOf } from './ports.ts';
import type { Yaml } from './yaml.ts';

const MOST_SERVICES = 500;
const MOST_ITEMS = 200;
const DEEPEST_EXTENDS = 8;

/** A file that was opened, with what its variables stand for. */
export interface Opened {
  readonly yaml: Yaml;
  readonly variables: Variables;
  readonly project: string;
  /** Others that it names, once they are open. */
  other(path: string): Opened | null;
}

/** Whether this is a Compose file at all. */
export function isCompose({ names, root }: Yaml): boolean {
  return names(root).some((name) => name === 'services' || name === 'include');
}

/** What the file itself says, else what `.env` says; null where neither does. */
export function namedProject(yaml: Yaml, variables: Variables): string | null {
  const written = yaml.text(yaml.field(yaml.root, 'name'));
  const { text, missing } = interpolate(written ?? '', variables);
  const name = missing.length === 0 && text !== '' ? text : variables.get('COMPOSE_PROJECT_NAME');
  return name === undefined || name === '' ? null : projectName(name);
}

/** Paths of other files that it needs: of `include`, and of what its services extend. */
export function namedFiles({ yaml, variables }: Pick<Opened, 'yaml' | 'variables'>): {
  readonly included: string[];
  readonly extended: string[];
} {
  const { field, names, elements, text, root } = yaml;
  const known = (node: Node | null | undefined) => resolved(text(node), variables) ?? [];
  const included = (elements(field(root, 'include')) ?? []).slice(0, MOST_ITEMS).flatMap((node) => {
    const path = field(node, 'path') ?? node;
    return (elements(path) ?? [path]).flatMap(known);
  });
  const services = field(root, 'services');
  const extended = names(services)
    .slice(0, MOST_SERVICES)
    .flatMap((name) => known(field(field(field(services, name), 'extends'), 'file')));
  return { included: [...new Set(included)], extended: [...new Set(extended)] };
}

/** Its services, each with what it extends. */
export function servicesOf(opened: Opened): Service[] {
  const { yaml } = opened;
  const services = yaml.field(yaml.root, 'services');
  return yaml
    .names(services)
    .slice(0, MOST_SERVICES)
    .map((name) => serviceOf(name, yaml.lineOfField(services, name), layersOf(opened, name, 0), opened));
}

/** A service as one file writes it. */
interface Layer {
  readonly opened: Opened;
  readonly node: Node | null;
}

/** Itself, then what it extends, and so on. */
function layersOf(opened: Opened, name: string, depth: number): readonly Layer[] {
  const { yaml, variables } = opened;
  const node = yaml.field(yaml.field(yaml.root, 'services'), name);
  if (node === undefined) return [];
  const above = yaml.field(node, 'extends');
  const file = resolved(yaml.text(yaml.field(above, 'file')), variables);
  const service = resolved(yaml.text(yaml.field(above, 'service')) ?? yaml.text(above), variables);
  const from = file === null ? opened : opened.other(file);
  const more = service === null || !from || depth >= DEEPEST_EXTENDS ? [] : layersOf(from, service, depth + 1);
  return [{ opened, node }, ...more];
}

function serviceOf(name: string, line: number, layers: readonly Layer[], { variables, project, yaml }: Opened): Service {
  const first = (field: string) => layers.map((layer) => fieldOf(layer, field)).find((value) => value !== null) ?? null;
  const containerName = layers.length > 0 ? first('container_name') : null;
  const networkMode = first('network_mode')?.text ?? null;
  const isBound = networkMode === null || networkMode === 'bridge' || networkMode === 'default';
  const ports = isBound ? layers.flatMap(portsOf) : [];
  const profiles = layers
    .slice(0, 1)
    .flatMap((layer) => listOf(layer, 'profiles'))
    .map(({ text }) => text);
  const active = new Set((variables.get('COMPOSE_PROFILES') ?? '').split(',').map((profile) => profile.trim()));
  return {
    name: cut(name, 100),
    line,
    containerName: containerName && { name: containerName.text, line: containerName.line },
    image: first('image')?.text ?? null,
    isEnabled: profiles.length === 0 || profiles.some((profile) => active.has(profile)) || active.has('*'),
    profiles,
    networkMode,
    networks: isBound ? networksOf(layers, project, yaml, variables) : [],
    ports: distinct(ports.flatMap(({ port }) => port ?? [])),
    unclearPorts: ports.flatMap(({ unclear }) => unclear ?? []),
    volumes: layers.flatMap(volumesOf).slice(0, MOST_ITEMS),
    envFiles: [...new Set(layers.flatMap(envFilesOf))].slice(0, MOST_ITEMS),
    dependsOn: [...new Set(layers.slice(0, 1).flatMap((layer) => namesIn(layer, 'depends_on')))],
  };
}

/** A scalar with its line, once its variables are known; null without one. */
function fieldOf({ opened: { yaml, variables }, node }: Layer, field: string): { readonly text: string; readonly line: number } | null {
  const value = yaml.field(node, field);
  const text = resolved(yaml.text(value), variables);
  return text === null ? null : { text: cut(text), line: yaml.line(value) };
}

/** A list of scalars; one scalar is a list of itself. */
function listOf(
  { opened: { yaml, variables }, node }: Layer,
  field: string,
): readonly { readonly text: string; readonly node: Node | null }[] {
  const value = yaml.field(node, field) ?? null;
  return (yaml.elements(value) ?? [value]).slice(0, MOST_ITEMS).flatMap((each) => {
    const text = resolved(yaml.text(each), variables);
    return text === null ? [] : [{ text: cut(text), node: each }];
  });
}

/** Names of a list or the keys of a map. */
function namesIn(layer: Layer, field: string): readonly string[] {
  const { yaml } = layer.opened;
  const keys = yaml.names(yaml.field(layer.node, field)).slice(0, MOST_ITEMS);
  return keys.length > 0 ? keys.map((key) => cut(key)) : listOf(layer, field).map(({ text }) => text);
}

/** Null where there is nothing, or nothing that is known. */
function resolved(text: string | null, variables: Variables): string | null {
  if (text === null || text === '') return null;
  const value = interpolate(text, variables);
  return value.missing.length === 0 && value.text !== '' ? value.text : null;
}

interface FoundPort {
  readonly port?: Port;
  readonly unclear?: Service['unclearPorts'][number];
}

function portsOf({ opened: { yaml, variables }, node }: Layer): readonly FoundPort[] {
  const ports = yaml.elements(yaml.field(node, 'ports')) ?? [];
  return ports.slice(0, MOST_ITEMS).flatMap((each): readonly FoundPort[] => {
    const line = yaml.line(each);
    const missing: string[] = [];
    const known = (text: string | null): string => {
      const value: Interpolated = interpolate(text ?? '', variables);
      missing.push(...value.missing);
      return value.text;
    };
    const short = yaml.text(each);
    const long = (name: string) => known(yaml.text(yaml.field(each, name))) || undefined;
    const parsed: Parsed =
      short === null
        ? portOf({ address: long('host_ip'), published: long('published'), target: long('target') ?? '', protocol: long('protocol') })
        : parseShortPort(known(short));
    if (missing.length > 0 || parsed === undefined)
      return [{ unclear: { line, variables: [...new Set(missing)].map((name) => cut(name, 64)) } }];
    return parsed === null ? [] : [{ port: { line, ...parsed } }];
  });
}

/** A service that extends another may say the same port again. */
function distinct(ports: readonly Port[]): Port[] {
  const byPlace = new Map<string, Port>();
  for (const port of ports) {
    const place = `${port.protocol} ${port.address} ${port.from}-${port.to}`;
    if (!byPlace.has(place)) byPlace.set(place, port);
  }
  return [...byPlace.values()];
}

/** As the engine names them: those of the project bear its name, unless the file gives them one. */
function networksOf(layers: readonly Layer[], project: string, yaml: Yaml, variables: Variables): string[] {
  const declared = yaml.field(yaml.root, 'networks');
  const names = layers.map((layer) => namesIn(layer, 'networks')).find((list) => list.length > 0) ?? ['default'];
  return names.map((name) => {
    const network = yaml.field(declared, name);
    const external = yaml.field(network, 'external');
    const given = resolved(yaml.text(yaml.field(network, 'name')) ?? yaml.text(yaml.field(external, 'name')), variables);
    const isExternal = external !== undefined && yaml.text(external) !== 'false';
    return given === null ? cut(isExternal ? name : `${project}_${name}`) : cut(given);
  });
}

function volumesOf(layer: Layer): Service['volumes'] {
  const { yaml, variables } = layer.opened;
  const volumes = yaml.elements(yaml.field(layer.node, 'volumes')) ?? [];
  return volumes.slice(0, MOST_ITEMS).flatMap((each) => {
    const line = yaml.line(each);
    const known = (name: string) => cut(resolved(yaml.text(yaml.field(each, name)), variables) ?? '');
    const short = resolved(yaml.text(each), variables);
    if (short === null)
      return yaml.names(each).length === 0
        ? []
        : [{ line, source: known('source'), target: known('target'), isReadOnly: known('read_only') === 'true' }];
    const [, source = '', target = '', options = ''] = /^(?:((?:[A-Za-z]:[\\/])?[^:]*):)?([^:]+)(?::([\w,]+))?$/.exec(short) ?? [];
    return [{ line, source: cut(source), target: cut(target), isReadOnly: options.split(',').includes('ro') }];
  });
}

/** `env_file` may be a text, a list of them, or a list of maps with a path. */
function envFilesOf(layer: Layer): readonly string[] {
  const { yaml, variables } = layer.opened;
  const value = yaml.field(layer.node, 'env_file') ?? null;
  return (yaml.elements(value) ?? [value]).slice(0, MOST_ITEMS).flatMap((each) => {
    const text = resolved(yaml.text(each) ?? yaml.text(yaml.field(each, 'path')), variables);
    return text === null ? [] : [cut(text)];
  });
}
