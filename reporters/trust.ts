import type { Locale } from '../locales/locale.ts';
import type { Service, TrustZone } from '../skill/audit/trust.ts';
import { longTable } from './first-rows.ts';
import { wrap } from './wrap.ts';

type Sections = Locale['sections'];

/** Names that one line may hold; the table below has them all. */
const MOST_NAMES = 6;

/** Who can be reached from where: a sentence for each zone, what contradicts the inventory, then every service with its evidence. */
export function trustLines(trust: readonly TrustZone[], sections: Sections): readonly string[] {
  const services = trust.flatMap((zone) => zone.services);
  if (services.length === 0) return [];
  const contradictions = services.filter(({ contradicts }) => contradicts);
  const lines = [
    ...trust.map((zone) => zoneLine(zone, sections)),
    ...contradictions.map(({ name, declared, seen }) =>
      declared && seen ? `! ${sections.contradicts(name, sections.reachOf[declared], sections.reachOf[seen])}` : '',
    ),
  ];
  const rows = trust.flatMap(({ zone, services: those }) =>
    those.map((service, index) => [index === 0 ? sections.reach[zone] : '', ...cells(service, zone, sections)]),
  );
  return [sections.trust, ...lines.flatMap((line) => wrap(line, undefined, 2)), '', ...longTable(sections, sections.trustHead(), rows), ''];
}

function zoneLine({ zone, services }: TrustZone, sections: Sections): string {
  if (services.length === 0) return `– ${zone === 'wan' ? sections.noWan : sections.noService(sections.zones[zone])}`;
  const isOutside = zone !== 'loopback';
  const open = isOutside ? services.filter(({ authentication }) => authentication === 'none') : [];
  const untold = isOutside ? services.filter(({ authentication }) => authentication === 'unknown' || authentication === 'not-asked') : [];
  const glyph = zone === 'unknown' ? '?' : open.length > 0 ? '✗' : untold.length > 0 ? '?' : '✓';
  return `${glyph} ${sections.zone(sections.zones[zone], services.length, few(services, sections), few(open, sections), untold.length)}`;
}

function few(services: readonly Service[], sections: Sections): string {
  const byName = [...Map.groupBy(services, ({ name }) => name)];
  const names = byName.slice(0, MOST_NAMES).map(([name, { length }]) => (length > 1 ? `${name} ×${length}` : name));
  const more = byName.slice(MOST_NAMES).reduce((sum, [, { length }]) => sum + length, 0);
  return more > 0 ? `${names.join(', ')} ${sections.andMoreNames(more)}` : sections.list(names);
}

const GLYPHS = { none: '✗', unknown: '?', 'not-asked': '?', required: '✓' } as const;

function cells(
  { name, address, authentication, status, seenBy, declared }: Service,
  zone: TrustZone['zone'],
  sections: Sections,
): readonly string[] {
  // on its own machine alone it needs no lock against the outside
  const glyph = zone === 'loopback' ? '✓' : GLYPHS[authentication];
  const by = seenBy ?? (declared === null ? 'nothing' : 'declaration');
  return [`${glyph} ${name}`, address, sections.authentication[authentication](status), sections.seenBy[by]];
}
