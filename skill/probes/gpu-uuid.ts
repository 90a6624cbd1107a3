/** A GPU's UUID as nvidia-smi writes it: nvidia_gpu_exporter leaves the `GPU-` out. */
export function canonicalUuid(uuid: string): string {
  return BARE.test(uuid) ? `GPU-${uuid.toLowerCase()}` : uuid;
}

const BARE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
