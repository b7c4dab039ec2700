import { useEffect, useState } from 'react';

/** False for a moment, then true: what stands in for content waits so long, so that quick answers do not flicker. */
export function useLater(ms = 150): boolean {
  const [later, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return later;
}
