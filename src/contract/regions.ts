/**
 * The regions and their zones. The API has no operation for either; zones found in
 * `describeInstanceTypes` (`state[].az`) add to these.
 */
export const regions = [
  {
    id: 'cn-north-1',
    zh: '华北-北京',
    en: 'Beijing',
    zones: ['cn-north-1a', 'cn-north-1b', 'cn-north-1c'],
  },
  { id: 'cn-east-1', zh: '华东-宿迁', en: 'Suqian', zones: ['cn-east-1a', 'cn-east-1b'] },
  { id: 'cn-east-2', zh: '华东-上海', en: 'Shanghai', zones: ['cn-east-2a', 'cn-east-2b'] },
  { id: 'cn-south-1', zh: '华南-广州', en: 'Guangzhou', zones: ['cn-south-1a', 'cn-south-1b'] },
] as const;
