import type { VncEnd } from '../consoles.ts';

/** Why there is no screen: what the simulator says, or that the connection broke. */
export type Ending = VncEnd | 'lost';

interface Words {
  simulator: string;
  ctrlAltDel: string;
  reconnect: string;
  fullscreen: string;
  /** Title of the page before the machine has told its name. */
  title: string;
  screen: (name: string) => string;
  state: Record<'connecting' | 'connected' | 'disconnected', string>;
  /** What the keyboard does now. */
  hint: { typing: string; elsewhere: string };
  endings: Record<Ending, readonly [title: string, text: string]>;
}

const english: Words = {
  simulator: 'Simulator',
  ctrlAltDel: 'Ctrl-Alt-Del',
  reconnect: 'Reconnect',
  fullscreen: 'Full screen',
  title: 'VNC',
  screen: (name) => `Screen of ${name}`,
  state: { connecting: 'Connecting', connected: 'Connected', disconnected: 'Disconnected' },
  hint: {
    typing: 'Keys go to the machine. Ctrl+Alt gives the keyboard back.',
    elsewhere: 'Click the screen to type.',
  },
  endings: {
    unknown: [
      'This address is not valid',
      'Close this tab and open the VNC console of the instance again.',
    ],
    expired: [
      'This address has expired',
      'An address is good for one hour. Close this tab and open the VNC console of the instance again.',
    ],
    gone: ['The instance is gone', 'It has been deleted. This tab can be closed.'],
    'not-running': ['The instance is not running', 'Start it, wait until it runs, then reconnect.'],
    stopped: ['The instance has stopped', 'Start it, wait until it runs, then reconnect.'],
    'too-many': [
      'Too many people are looking at this screen',
      'Close a tab that shows it, then reconnect.',
    ],
    protocol: ['The connection was ended', 'The two sides did not understand each other.'],
    lost: ['The connection was lost', 'The machine goes on running. Reconnect to see it again.'],
  },
};

const chinese: Words = {
  simulator: '模拟器',
  ctrlAltDel: 'Ctrl-Alt-Del',
  reconnect: '重新连接',
  fullscreen: '全屏',
  title: 'VNC',
  screen: (name) => `${name} 的屏幕`,
  state: { connecting: '正在连接', connected: '已连接', disconnected: '已断开' },
  hint: {
    typing: '按键会发送到实例。按 Ctrl+Alt 释放键盘。',
    elsewhere: '点击屏幕后即可输入。',
  },
  endings: {
    unknown: ['此地址无效', '请关闭本页，然后重新打开该实例的 VNC。'],
    expired: ['此地址已过期', '地址有效期为一小时。请关闭本页，然后重新打开该实例的 VNC。'],
    gone: ['实例已不存在', '该实例已被删除，可以关闭本页。'],
    'not-running': ['实例未运行', '请启动实例，待其运行后重新连接。'],
    stopped: ['实例已停止', '请启动实例，待其运行后重新连接。'],
    'too-many': ['正在查看此屏幕的人过多', '请关闭一个正在显示该屏幕的页面，然后重新连接。'],
    protocol: ['连接已结束', '通信双方未能相互识别。'],
    lost: ['连接已中断', '实例仍在运行，重新连接即可继续查看。'],
  },
};

/** The words of the language that the address asks for (`?lang=en`), else of the browser's. */
export function wordsFor(asked: string | null, browser: string): Words & { language: string } {
  const isChinese = /^zh\b/i.test(asked ?? browser);
  return isChinese ? { ...chinese, language: 'zh-CN' } : { ...english, language: 'en' };
}

const endings: readonly string[] = Object.keys(english.endings);

/** Reads the reason a socket was closed with; nothing when it is none of ours. */
export function isEnding(reason: string): reason is Ending {
  return endings.includes(reason);
}

/** Endings after which the same address cannot help any more. */
export function isFinal(ending: Ending): boolean {
  return ending === 'unknown' || ending === 'expired' || ending === 'gone';
}
