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
        // The console's server may be on this very machine, which answers without any network; what does not is
        // said at once, and read again when the network is back.
        networkMode: 'always',
        refetchOnWindowFocus: true,
        refetchOnReconnect: true,
        retry: (failures, error) => isUnanswered(error) && failures < 2,
        // What is on screen would else stay as old as it is, once the console's own server has been away for longer.
        // Counted from the failure: whatever a poll puts in meanwhile starts the interval anew.
        refetchInterval: ({ state: { data, error, errorUpdatedAt } }) =>
          data !== undefined && error && isUnanswered(error)
            ? Math.max(1_000, errorUpdatedAt + 5_000 - Date.now())
            : false,
      },
      // A write is sent once. What became of one without an answer is for the activity to find out.
      mutations: { retry: false },
    },
  });
}

/** Not even the console's own server has answered: it says itself when it is the cloud that cannot be reached. */
function isUnanswered(error: Error): boolean {
  return error instanceof CloudError && error.code === 0;
}
