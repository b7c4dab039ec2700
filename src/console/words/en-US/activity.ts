export const activity = {
  short: 'Activity',
  inProgress: (n: number) => `${n} in progress`,
};
