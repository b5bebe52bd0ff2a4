import { IsArray, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { isNetwork, isPublicOrigin } from './address-rules.js';
import { Satisfies } from './satisfies.js';

const port = { message: 'port must be a whole number from 0 to 65535' };
const trustProxy = 'trustProxy must be a list of addresses or networks, e.g. 10.0.0.0/8';

/** Where the HTTP service listens and how it is reached; its initialisers are the defaults. */
export class ServiceSection {
  @Matches(/^[A-Za-z0-9.:-]+$/, { message: 'host must be an address or a name of this machine' })
  readonly host: string = '127.0.0.1';

  /** 0 picks a free one. */
  @IsInt(port)
  @Min(0, port)
  @Max(65_535, port)
  readonly port: number = 8787;

  /** The origin that browsers and clients use. */
  @IsOptional()
  @Satisfies(
    isPublicOrigin,
    'publicUrl must be an https address without a path, e.g. https://privacy.example.com',
  )
  readonly publicUrl?: string;

  /** Reverse proxies whose `X-Forwarded-*` headers are believed. */
  @IsArray({ message: trustProxy })
  @Satisfies(isNetwork, trustProxy, { each: true })
  readonly trustProxy: readonly string[] = [];
}
