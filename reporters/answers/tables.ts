import type { Report, SectionId } from '../../skill/audit/report.ts';
import type { SectionTables } from '../../skill/audit/section-tables.ts';

/** The table of a section, as far as the report has it: one of another version may hold less. */
export function tableOf<Id extends SectionId & keyof SectionTables>(
  { report_sections: sections }: Report,
  id: Id,
): Partial<SectionTables[Id]> {
  // the schema keeps tables loosely; they are what an audit wrote
  return (sections.find((section) => section.id === id)?.data ?? {}) as Partial<SectionTables[Id]>;
}
