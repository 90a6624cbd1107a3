import type { Locale } from '../../locales/locale.ts';
import { orAborted } from '../host/abort.ts';
import type { Mode, Target } from './define.ts';
import type { Report } from './report.ts';

/** Readings of quick mode that are this old, in milliseconds, answer once more. */
const REUSABLE_MS = 5_000;

export type OnProgress = (done: number, total: number, target: Target) => void;

/** An audit that is over. */
export interface Landed {
  readonly report: Report;
  /** Where it lies in the end; null when it could not be saved. Never rejects. */
  readonly saved: Promise<string | null>;
}

export interface FlightOptions {
  audit(mode: Mode, locale: Locale, onProgress: OnProgress, signal: AbortSignal): Promise<Report>;
  save(report: Report): Promise<string | null>;
  /** Monotonic milliseconds. */
  now(): number;
}

export interface Flights {
  /**
   * The audit of a mode: one that is under way is shared, a quick one that has just been is taken again. Leaves it when
   * `signal` aborts, at once; whoever leaves last ends it.
   */
  board(mode: Mode, locale: Locale, onProgress: OnProgress, signal: AbortSignal): Promise<Landed>;
  /** What boarding would not wait for. */
  fresh(mode: Mode): Landed | null;
  /** Ends what is under way and waits for what is being saved. */
  close(): Promise<void>;
}

interface Flight {
  readonly landing: Promise<Landed>;
  readonly passengers: Set<OnProgress>;
  end(): void;
}

/** Audits, at most one of a mode at a time. */
export function createFlights({ audit, save, now }: FlightOptions): Flights {
  const inTheAir = new Map<Mode, Flight>();
  const afoot = new Set<Promise<unknown>>();
  let last: { readonly takenAtMs: number; readonly landed: Landed } | null = null;

  function fresh(mode: Mode): Landed | null {
    return mode === 'quick' && last && now() - last.takenAtMs <= REUSABLE_MS ? last.landed : null;
  }

  function takeOff(mode: Mode, locale: Locale): Flight {
    const takenAtMs = now();
    const controller = new AbortController();
    const passengers = new Set<OnProgress>();
    const tell: OnProgress = (...progress) => {
      for (const passenger of passengers) passenger(...progress);
    };
    const landing = audit(mode, locale, tell, controller.signal).then((report) => {
      const landed = { report, saved: keptAfoot(save(report)) };
      if (mode === 'quick') last = { takenAtMs, landed };
      return landed;
    });
    const flight = { landing, passengers, end: () => controller.abort(new DOMException('nobody waits for it', 'AbortError')) };
    inTheAir.set(mode, flight);
    const gone = () => {
      if (inTheAir.get(mode) === flight) inTheAir.delete(mode);
    };
    keptAfoot(landing).then(gone, gone);
    return flight;
  }

  function keptAfoot<T>(work: Promise<T>): Promise<T> {
    afoot.add(work);
    const over = () => void afoot.delete(work);
    work.then(over, over);
    return work;
  }

  return {
    fresh,
    async board(mode, locale, onProgress, signal) {
      signal.throwIfAborted();
      const ready = fresh(mode);
      if (ready) return ready;
      const flight = inTheAir.get(mode) ?? takeOff(mode, locale);
      // the same listener may come twice
      const passenger: OnProgress = (...progress) => onProgress(...progress);
      flight.passengers.add(passenger);
      try {
        return await orAborted(signal, () => flight.landing);
      } finally {
        flight.passengers.delete(passenger);
        if (flight.passengers.size === 0 && inTheAir.get(mode) === flight) {
          inTheAir.delete(mode);
          flight.end();
        }
      }
    },
    async close() {
      for (const flight of inTheAir.values()) flight.end();
      inTheAir.clear();
      while (afoot.size > 0) await Promise.allSettled(afoot);
    },
  };
}
