import { logFault } from './faults.ts';

/** The Lambda handler of a step of a state machine. One that fails is told, and is tried again by the machine. */
export const stepHandler =
  <Asked, Done>(name: string, run: (asked: Asked) => Promise<Done>) =>
  async (asked: Asked): Promise<Done> => {
    try {
      return await run(asked);
    } catch (error) {
      logFault(error, { step: name });
      throw error;
    }
  };
