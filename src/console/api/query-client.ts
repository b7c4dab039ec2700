import { QueryClient } from '@tanstack/react-query';
import { CloudError } from '../../contract/envelope.ts';

/**
 * The cache of everything read. Reads that may be repeated are repeated by the proxy already; the browser asks
 * again only when the proxy itself could not be reached.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) =>
          error instanceof CloudError && error.status === 'UNREACHABLE' && failures < 2,
      },
      // A write is sent once. What became of one without an answer is for the activity to find out.
      mutations: { retry: false },
    },
  });
}
