import { type Check, fine } from '../check.ts';

/** Whether anything but this machine can be reached at all. */
export const network: Check = {
  id: 'network',
  async look({ host }) {
    const addresses = host.addresses();
    if (addresses.length > 0) return [fine({ id: 'networkFine', values: { addresses } })];
    return [{ state: 'optional', note: { id: 'networkNone', values: {} }, command: host.platform === 'linux' ? 'ip address' : null }];
  },
};
