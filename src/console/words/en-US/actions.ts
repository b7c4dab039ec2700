export const actions = {
  startInstance: { label: 'Start' },
  stopInstance: { label: 'Stop' },
  rebootInstance: { label: 'Reboot' },
  deleteInstance: { label: 'Delete' },
  modifyInstanceAttribute: { label: 'Rename' },
  describeInstanceVncUrl: { label: 'Open VNC' },
  copyId: { label: 'Copy ID' },
  readOnly: 'This console is read-only.',
  copied: (text: string) => `Copied ${text}`,
  notLoaded: 'This part of the console could not be loaded.',
  reload: 'Reload',
};
