import { z } from 'zod';

/*
 * The engine's answers as far as they are read. Old engines and Podman leave fields out or say null; nothing else
 * of an answer is kept, above all not the environment and the command of a container, which hold secrets.
 */

const Endpoint = z.object({ IPAddress: z.string().nullish(), Gateway: z.string().nullish() }).nullish();
const Endpoints = z.object({ Networks: z.record(z.string(), Endpoint).nullish() }).nullish();
const Mounts = z
  .array(
    z.object({
      Type: z.string().nullish(),
      Name: z.string().nullish(),
      Source: z.string().nullish(),
      Destination: z.string().nullish(),
      RW: z.boolean().nullish(),
    }),
  )
  .nullish();
const Labels = z.record(z.string(), z.string()).nullish();

/** An entry of `/containers/json`. */
export const Listed = z.object({
  Id: z.string().regex(/^[0-9A-Za-z]{1,128}$/),
  Names: z.array(z.string()).nullish(),
  Image: z.string().nullish(),
  State: z.string().nullish(),
  Status: z.string().nullish(),
  Ports: z
    .array(
      z.object({
        IP: z.string().nullish(),
        PrivatePort: z.int().nullish(),
        PublicPort: z.int().nullish(),
        Type: z.string().nullish(),
      }),
    )
    .nullish(),
  Labels,
  HostConfig: z.object({ NetworkMode: z.string().nullish() }).nullish(),
  NetworkSettings: Endpoints,
  Mounts,
});
export type Listed = z.infer<typeof Listed>;

/** `/containers/{id}/json`. */
export const Inspected = z.object({
  State: z.object({
    Status: z.string().nullish(),
    Running: z.boolean().nullish(),
    Restarting: z.boolean().nullish(),
    OOMKilled: z.boolean().nullish(),
    ExitCode: z.int().nullish(),
    Error: z.string().nullish(),
    StartedAt: z.string().nullish(),
    Health: z
      .object({
        Status: z.string().nullish(),
        FailingStreak: z.int().nullish(),
        Log: z.array(z.object({ ExitCode: z.int().nullish() })).nullish(),
      })
      .nullish(),
  }),
  RestartCount: z.int().nullish(),
  Args: z.array(z.string()).nullish(),
  HostConfig: z.object({
    NetworkMode: z.string().nullish(),
    PortBindings: z
      .record(z.string(), z.array(z.object({ HostIp: z.string().nullish(), HostPort: z.string().nullish() })).nullish())
      .nullish(),
    RestartPolicy: z.object({ Name: z.string().nullish() }).nullish(),
    AutoRemove: z.boolean().nullish(),
    Privileged: z.boolean().nullish(),
    CapAdd: z.array(z.string()).nullish(),
    LogConfig: z.object({ Type: z.string().nullish(), Config: z.record(z.string(), z.string()).nullish() }).nullish(),
  }),
  Config: z.object({
    Image: z.string().nullish(),
    User: z.string().nullish(),
    Env: z.array(z.string()).nullish(),
    Labels,
    Healthcheck: z.object({ Test: z.array(z.string()).nullish() }).nullish(),
  }),
  NetworkSettings: Endpoints,
  Mounts,
});
export type Inspected = z.infer<typeof Inspected>;
