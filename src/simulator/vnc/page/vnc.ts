import RFB from '@novnc/novnc';
import { keepFitted } from './fit.ts';
import { keyboardRelease } from './keyboard-release.ts';
import { type Ending, isEnding, isFinal, wordsFor } from './words.ts';

const query = new URLSearchParams(location.search);
const words = wordsFor(query.get('lang'), navigator.language);

function element<E extends Element>(selector: string, type: new () => E): E {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page has no ${selector}.`);
  return found;
}

const page = {
  name: element('#name', HTMLElement),
  instance: element('#instance', HTMLElement),
  state: element('#state', HTMLElement),
  stateWord: element('#state-word', HTMLElement),
  hint: element('#hint', HTMLElement),
  ctrlAltDel: element('#ctrl-alt-del', HTMLButtonElement),
  fullscreen: element('#fullscreen', HTMLButtonElement),
  screen: element('#screen', HTMLElement),
  notice: element('#notice', HTMLElement),
  noticeTitle: element('#notice-title', HTMLElement),
  noticeText: element('#notice-text', HTMLElement),
  again: element('#again', HTMLButtonElement),
};

let rfb: RFB | undefined;
const fit = keepFitted(element('main', HTMLElement), page.screen);

/** Opens a connection, and shows how it goes until it ends. */
function connect(): void {
  page.notice.hidden = true;
  showState('connecting');
  const { protocol, host } = location;
  const token = encodeURIComponent(query.get('token') ?? '');
  const address = `${protocol.replace('http', 'ws')}//${host}/simulator/vnc?token=${token}`;
  const socket = new WebSocket(address, ['binary']);
  let ending: Ending = 'lost';
  // noVNC does not pass on why a socket was closed. This listener is there first, so it hears of it before.
  socket.addEventListener('close', ({ reason }) => {
    if (isEnding(reason)) ending = reason;
  });
  const connection = new RFB(page.screen, socket, { shared: true });
  rfb = connection;
  connection.scaleViewport = true;
  connection.background = 'transparent';
  connection.addEventListener('desktopname', ({ detail }) => showName(detail.name));
  connection.addEventListener('connect', () => {
    fit();
    showState('connected');
    connection.focus();
  });
  connection.addEventListener('disconnect', () => {
    rfb = undefined;
    showState('disconnected');
    showEnding(ending);
  });
}

/** The simulator names a screen `name (id)`. */
function showName(text: string): void {
  const [, name = text, id = ''] = /^(.*) \(([^()]+)\)$/s.exec(text) ?? [];
  page.name.textContent = name;
  page.instance.textContent = id;
  document.title = `${name} · ${words.title}`;
  const canvas = page.screen.querySelector('canvas');
  canvas?.setAttribute('role', 'application');
  canvas?.setAttribute('aria-label', words.screen(name));
}

function showState(state: keyof typeof words.state): void {
  page.state.dataset['state'] = state;
  page.stateWord.textContent = words.state[state];
  page.ctrlAltDel.disabled = state !== 'connected';
  showHint();
}

function showEnding(ending: Ending): void {
  const [title, text] = words.endings[ending];
  page.noticeTitle.textContent = title;
  page.noticeText.textContent = text;
  page.again.hidden = isFinal(ending);
  page.notice.hidden = false;
  if (!page.again.hidden) page.again.focus();
}

function showHint(): void {
  const isTyping = page.screen.contains(document.activeElement);
  page.hint.textContent = rfb ? words.hint[isTyping ? 'typing' : 'elsewhere'] : '';
}

async function toggleFullscreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await document.documentElement.requestFullscreen();
  rfb?.focus();
}

/** The whole screen hides the buttons, so it ends first. */
async function leaveScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  page.ctrlAltDel.focus();
}

document.documentElement.lang = words.language;
for (const labelled of document.querySelectorAll<HTMLElement>('[data-word]')) {
  const word = labelled.dataset['word'];
  if (word === 'simulator' || word === 'ctrlAltDel' || word === 'reconnect') {
    labelled.textContent = words[word];
  }
}
element('#fullscreen-word', HTMLElement).textContent = words.fullscreen;
page.fullscreen.ariaLabel = words.fullscreen;
page.fullscreen.hidden = !document.fullscreenEnabled;
// A browser that refuses the whole screen leaves everything as it is.
page.fullscreen.addEventListener('click', () => void toggleFullscreen().catch(() => undefined));
page.ctrlAltDel.addEventListener('click', () => {
  rfb?.sendCtrlAltDel();
  rfb?.focus();
});
page.again.addEventListener('click', connect);
document.addEventListener('focusin', showHint);
document.addEventListener('focusout', () => requestAnimationFrame(showHint));
keyboardRelease(page.screen, () => void leaveScreen().catch(() => undefined));
connect();
