import type { Locale } from '../../../locales/locale.ts';
import type { Skill } from '../../skill.ts';

/** The list is for choosing from; an older report is reached by its id. */
const MOST_LISTED = 50;
const JSON_TYPE = 'application/json';
const LATEST = 'audit://latest';
const ONE = /^audit:\/\/([\w-]{1,100})$/;

/** The newest reports. */
export async function listedResources(skill: Skill, locale: Locale) {
  const { reports } = await skill.reports({ limit: MOST_LISTED });
  const { latest, past } = locale.mcp.resources;
  const newest = { uri: LATEST, name: 'latest', ...latest, mimeType: JSON_TYPE };
  const each = reports.map(({ id, timestamp, mode, status }) => ({
    uri: `audit://${id}`,
    name: id,
    title: past(timestamp, mode, status),
    mimeType: JSON_TYPE,
    annotations: { lastModified: timestamp },
  }));
  return reports.length === 0 ? [] : [newest, ...each];
}

export function resourceTemplates(locale: Locale) {
  return [{ uriTemplate: 'audit://{id}', name: 'audit', ...locale.mcp.resources.one, mimeType: JSON_TYPE }];
}

/** A report as JSON; null when there is none at this address. */
export async function resource(uri: string, skill: Skill) {
  const [, id] = ONE.exec(uri) ?? [];
  if (id === undefined) return null;
  const report = await (uri === LATEST ? skill.latest() : skill.report(id));
  return report && { uri, mimeType: JSON_TYPE, text: JSON.stringify(report) };
}
