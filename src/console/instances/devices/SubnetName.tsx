import { useQuery } from '@tanstack/react-query';
import { useCall } from '../../api/context.tsx';
import { CodeText } from '../../kit/text.tsx';
import { subnetsOptions } from '../../networks/queries.ts';
import classes from './devices.module.css';

interface SubnetNameProps {
  id: string | undefined;
  region: string;
  /** There is room for its name alone. */
  short?: boolean;
}

/** A subnet by its name and block; by its id until they are known. */
export function SubnetName({ id, region, short = false }: SubnetNameProps) {
  const { data } = useQuery(subnetsOptions(useCall(), region));
  const subnet = data?.items.find(({ subnetId }) => subnetId === id);
  if (!subnet?.subnetName) return <CodeText text={id} />;
  return (
    <span title={[id, subnet.addressPrefix].join(' ')}>
      {subnet.subnetName}
      {!short && <span className={`mono ${classes.block}`}>{subnet.addressPrefix}</span>}
    </span>
  );
}
