import { noteOf } from '../../kit/form/PickField.tsx';
import type { Disk } from '../../../contract/disk.ts';

/** What tells disks of one name apart: id, type, size, zone. */
export function diskNote(
  { diskId, diskType, diskSizeGB, az }: Disk,
  gb: (n: number) => string,
): string {
  return noteOf(diskId, diskType, diskSizeGB !== undefined && gb(diskSizeGB), az);
}
