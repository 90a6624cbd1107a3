// Values come from what was audited: each is set as text, never as markup.
const words = JSON.parse(document.body.dataset.words);
const MOST_STEPS = 5;
const MOST_RISKS = 10;
const LOOK_AGAIN_MS = 1_000;
const JOB_MS = 60_000;
const toneOf = { ok: 'ok', warning: 'warning', critical: 'critical', high: 'critical', medium: 'warning' };

const element = (id) => document.getElementById(id);

element('login')?.addEventListener('submit', logIn);
element('logout')?.addEventListener('click', logOut);
element('ask')?.addEventListener('submit', ask);
if (element('latest-title')) void showLatest();

async function logIn(event) {
  event.preventDefault();
  const { status } = await call('/login', { key: element('key').value });
  if (status === 200) location.assign('/');
  else element('refusal').textContent = status === 401 ? words.wrongKey : status === 429 ? words.tooManyTries : words.unreachable;
}

async function logOut() {
  await call('/logout', {});
  location.assign('/login');
}

async function ask(event) {
  event.preventDefault();
  const button = event.submitter ?? element('ask').querySelector('button');
  const answer = element('answer');
  button.disabled = true;
  answer.textContent = words.thinking;
  const locale = document.documentElement.lang;
  const first = await call('/v1/command', { utterance: element('question').value, channel: 'chat', locale });
  if (first.status === 202) answer.textContent = first.body.speech || words.thinking;
  const { status, body } = first.status === 202 ? await finished(first.body.job) : first;
  answer.textContent = status === 200 ? body.text || (body.handled ? words.noAnswer : words.notForUs) : failure(status);
  button.disabled = false;
  if (body?.report) await showLatest();
}

async function finished(job) {
  for (const startedAt = performance.now(); performance.now() - startedAt < JOB_MS; ) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    const { status, body } = await call(`/v1/jobs/${job}`);
    if (status !== 200) return { status, body: null };
    if (body.state !== 'running') return { status: body.result ? 200 : 500, body: body.result };
  }
  return { status: 504, body: null };
}

function failure(status) {
  return status === 0 ? words.unreachable : words.noAnswer;
}

/** Without a body it asks, with one it sends. Status 0: nobody answered. */
async function call(url, body) {
  const sent = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  try {
    const response = await fetch(url, sent);
    if (response.status === 401 && !url.startsWith('/login')) location.assign('/login');
    return { status: response.status, body: await response.json() };
  } catch {
    return { status: 0, body: null };
  }
}

async function showLatest() {
  const { status, body: report } = await call('/v1/reports/latest');
  element('none').hidden = status !== 404;
  const isShown = status === 200;
  element('summary').hidden = !isShown;
  element('details').hidden = !isShown;
  element('when').textContent = isShown
    ? `${new Date(report.timestamp).toLocaleString(document.documentElement.lang)} · ${words[report.mode]}`
    : '';
  if (!isShown) return;
  const { overall, cluster, scores, risks, plan } = report;
  toned(element('status'), words[report.status], toneOf[report.status]);
  element('overall').textContent = overall.score === null ? words.unscored : `${overall.score} / 100 (${overall.grade})`;
  element('nodes').textContent = `${cluster.nodesUp} / ${cluster.nodesTotal}`;
  element('scores').replaceChildren(...Object.entries(scores).map(scoreItem));
  const inItsLanguage = (text) => span('text', text, report.locale);
  const steps = plan.flatMap((stage) => stage.steps).map(({ text }) => item(inItsLanguage(text)));
  listed(element('first'), steps, MOST_STEPS, words.nothingToDo);
  const dangers = risks.map(({ severity, text }) => item(severityMark(severity), inItsLanguage(text)));
  listed(element('risks'), dangers, MOST_RISKS, words.noRisks);
}

function toned(place, text, tone) {
  place.textContent = text;
  if (tone) place.dataset.tone = tone;
  else delete place.dataset.tone;
}

function listed(place, items, most, otherwise) {
  const more = items.length > most ? [item(span('dim', `+ ${items.length - most} ${words.others}`))] : [];
  place.replaceChildren(...(items.length > 0 ? [...items.slice(0, most), ...more] : [item(otherwise)]));
}

function item(...content) {
  const made = document.createElement('li');
  made.append(...content);
  return made;
}

function span(className, text, lang = '') {
  const made = document.createElement('span');
  Object.assign(made, { className, textContent: text });
  if (lang) made.lang = lang;
  return made;
}

function scoreItem([dimension, score]) {
  const meter = document.createElement('meter');
  Object.assign(meter, { min: 0, max: 100, low: 50, high: 80, optimum: 100, value: score ?? 0, hidden: score === null });
  meter.setAttribute('aria-label', words.dimensions[dimension]);
  return item(
    span('name', words.dimensions[dimension]),
    score === null ? span('dim', '') : meter,
    span('figure', score === null ? words.unscored : `${score} / 100`),
  );
}

function severityMark(severity) {
  const mark = span('severity', '');
  toned(mark, words.severities[severity], toneOf[severity]);
  return mark;
}
