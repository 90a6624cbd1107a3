export type Environment = Readonly<Record<string, string | undefined>>;

const VARIABLE = /\$(?:\$|\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\})/g;
const SECRET_NAME = /KEY|TOKEN|SECRET|PASS|CREDENTIAL/i;

/** Replaces `${NAME}` and `${NAME:-default}`; `$$` is a dollar. Tells the first name that is missing, and which values are secret. */
export function expandVariables(text: string, environment: Environment): { text: string; secrets: string[] } | { missing: string } {
  const secrets: string[] = [];
  let missing: string | null = null;
  const expanded = text.replace(VARIABLE, (all, name: string | undefined, fallback: string | undefined) => {
    if (name === undefined) return all === '$$' ? '$' : all;
    // as a shell does, ":-" stands for an empty value too
    const value = environment[name] || fallback;
    if (value === undefined) missing ??= name;
    else if (SECRET_NAME.test(name) && environment[name]) secrets.push(value);
    return value ?? '';
  });
  return missing === null ? { text: expanded, secrets } : { missing };
}
