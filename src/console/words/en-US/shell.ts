export const shell = {
  product: 'VM Console',
  overview: 'Overview',
  instances: 'Instances',
  activity: 'Activity',
};
