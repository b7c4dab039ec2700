// noVNC ships no types. This is the part of its documented API (docs/API.md) that the page uses.
declare module '@novnc/novnc' {
  interface RfbEvents {
    connect: CustomEvent;
    disconnect: CustomEvent<{ clean: boolean }>;
    desktopname: CustomEvent<{ name: string }>;
  }

  class RFB extends EventTarget {
    constructor(target: Element, channel: WebSocket, options?: { shared?: boolean });
    background: string;
    scaleViewport: boolean;
    focus(): void;
    sendCtrlAltDel(): void;
    addEventListener<E extends keyof RfbEvents>(
      type: E,
      listener: (event: RfbEvents[E]) => void,
    ): void;
  }
  export { RFB as default };
}
