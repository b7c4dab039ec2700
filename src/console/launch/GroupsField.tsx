import { mostSecurityGroups, type NetworkSecurityGroup } from '../../contract/security-groups.ts';
import { PickManyField, type PickManyFieldProps } from '../kit/form/PickField.tsx';

interface GroupsFieldProps extends Omit<PickManyFieldProps, 'choices' | 'limit'> {
  /** Nothing while they are not known. */
  groups: readonly NetworkSecurityGroup[] | undefined;
  vpcId: string | undefined;
}

/** The security groups of an interface, out of those of its VPC. */
export function GroupsField({ groups, vpcId, ...props }: GroupsFieldProps) {
  return (
    <PickManyField
      {...props}
      limit={mostSecurityGroups}
      choices={groups
        ?.filter((group) => group.vpcId === vpcId)
        .map(({ networkSecurityGroupId: id, networkSecurityGroupName: name }) => ({
          value: id,
          label: name || id,
          note: id,
        }))}
    />
  );
}
