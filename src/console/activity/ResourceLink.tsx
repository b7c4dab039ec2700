import { Link } from 'react-router';
import type { Resource } from '../api/write.ts';
import { pathOf } from '../paths.ts';

interface ResourceLinkProps {
  region: string;
  resource: Resource;
  className?: string | undefined;
}

/** The name of what a write was about, leading to its page where it has one. */
export function ResourceLink({ region, resource, className }: ResourceLinkProps) {
  const to = pathOf(region, resource);
  if (to === undefined) {
    return (
      <span className={className} title={resource.name}>
        {resource.name}
      </span>
    );
  }
  return (
    <Link className={className} to={to} title={resource.name}>
      {resource.name}
    </Link>
  );
}
