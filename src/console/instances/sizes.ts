import { createContext, useContext } from 'react';
import type { Size } from '../instance-types/queries.ts';

/** vCPU and memory by instance type, as far as they are known. */
export const SizesContext = createContext<ReadonlyMap<string, Size>>(new Map());

export function useSize(instanceType: string | undefined): Size | undefined {
  return useContext(SizesContext).get(instanceType ?? '');
}
