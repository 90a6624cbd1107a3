/** Other ways to tell a finding than its own sentences, in concepts. */
export interface Ways {
  /** Any of these combinations is enough to tell it; its name may always stand with them. */
  readonly told?: readonly string[];
  /** May be said with it. */
  readonly also?: string;
  /** Any of these combinations is its remedy. */
  readonly remedy?: readonly string[];
  readonly remedyAlso?: string;
  /** Of these, only what its own sentence says. */
  readonly apart?: string;
  /** Turns its meaning round. */
  readonly never?: string;
}

/**
 * By message. « Injoignable » and « en panne » stand for « ne répond pas » where the failure is a violation (refused, reset,
 * unreachable): a node that was late is unknown and has no such finding. « Éteint » does not: nothing shows that it is off.
 */
export const WAYS: Readonly<Record<string, Ways>> = {
  'disk-full': {
    told: ['disk measure', 'full measure'],
    also: 'machine full reach service also other has',
    remedy: ['do:free', 'do:free disk'],
    remedyAlso: 'disk machine it',
  },
  'disk-read-only': { told: ['readonly', 'disk readonly'], also: 'disk machine other', remedy: ['do:check disk'], remedyAlso: 'machine' },
  'disk-failing': { also: 'machine' },
  'gpu-hot': {
    told: ['gpu measure', 'hot measure'],
    also: 'hot reach temperature machine',
    remedy: ['do:cool gpu', 'do:cool'],
    remedyAlso: 'gpu it hot measure',
  },
  'gpu-memory-full': {
    told: ['gpu memory full', 'gpu memory low', 'gpu memory left low', 'memory low', 'memory full'],
    also: 'low full left gpu machine none reach only',
  },
  'memory-low': {
    told: ['memory measure left', 'memory low', 'memory measure'],
    also: 'left low only machine ram over',
    remedy: ['do:free memory'],
  },
  'node-open': {
    told: ['open no_password', 'up no_password'],
    also: 'lan network machine whole_network',
    remedy: ['do:protect'],
    remedyAlso: 'token it',
  },
  'port-closed': {
    told: ['off', 'down', 'stopped', 'closed port'],
    also: 'closed port service off but_not expected its',
    remedy: ['do:start', 'do:restart', 'do:put_back up'],
    remedyAlso: 'service it',
  },
  'sensitive-open': {
    told: ['open whole_network', 'port open', 'port whole_network'],
    also: 'port service network open lan all security dim:security',
    remedy: ['do:close port', 'do:close'],
    remedyAlso: 'network whole_network port it',
  },
  'unknown-listener': {
    told: ['program undeclared', 'program undeclared listens', 'listens undeclared'],
    also: 'listens port service program also',
  },
  'model-not-loaded': {
    told: ['unloaded', 'model unloaded', 'missing model loaded', 'without model', 'missing loaded thing', 'waiting model thing'],
    also: 'waiting model expected loaded missing its memory one also up installed but_not',
    remedy: ['do:load'],
    remedyAlso: 'model it expected unloaded',
  },
  'model-missing': {
    told: ['missing model', 'missing one model', 'missing thing', 'waiting model thing'],
    never: 'has',
    also: 'waiting model expected one other also its missing',
    remedy: ['do:install model', 'do:install'],
    remedyAlso: 'expected model it',
  },
  'no-model-loaded': {
    told: ['none model loaded', 'model unloaded', 'unloaded', 'none loaded', 'without model'],
    also: 'empty model none loaded one up without',
    remedy: ['do:load model', 'do:load'],
    remedyAlso: 'model one',
  },
  'security-updates': {
    told: ['updates measure', 'updates num', 'updates num waiting', 'updates one', 'updates waiting'],
    also: 'security waiting machine num',
    remedy: ['do:update', 'do:install updates'],
    remedyAlso: 'do:install machine it updates security',
  },
  'token-refused': {
    told: ['requires token', 'refuses token', 'refuses', 'degraded'],
    also: 'none_here token up degraded access inventory missing refuses without denied',
    remedy: ['do:give token', 'do:give one', 'do:give it'],
    remedyAlso: 'it access',
    apart: 'requires refuses',
    never: 'has owned',
  },
  'backup-old': {
    told: ['backup over measure', 'over measure', 'backup over measure old'],
    also: 'last old backup none late without',
    remedy: ['do:repair backup', 'do:repair'],
    remedyAlso: 'backup it last',
  },
  'log-silent': { told: ['log over measure silent', 'log silent', 'log over measure'], also: 'none silent nothing written over' },
  'node-down': {
    told: ['down'],
    also: 'outage',
    remedy: ['do:restart server', 'do:start server', 'do:restart', 'do:start', 'do:restart its', 'do:put_back up'],
    remedyAlso: 'server node it its down machine',
  },
  'single-point': {
    remedy: ['do:plan fallback', 'fallback must', 'fallback first', 'do:plan node', 'do:plan machine'],
    remedyAlso: 'it one machine other',
  },
  'no-fallback': { told: ['none fallback'], also: 'only rests', remedy: ['do:plan fallback', 'do:plan node', 'do:plan machine'] },
  'backup-unreadable': { told: ['backup unknown'], also: 'read' },
};
