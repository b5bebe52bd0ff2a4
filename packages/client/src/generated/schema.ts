// Generated from openapi/service.json of the runner by tools/scripts/generate-client.mjs. Do not edit.

export interface paths {
    "/v1/connectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the connectors. */
        get: operations["listConnectors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connectors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what a connector covers and needs. */
        get: operations["showConnector"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the connections. */
        get: operations["listConnections"];
        put?: never;
        /** Add a connection with a token, or give the one of that name a new token. */
        post: operations["addConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{name}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the vendor whether a connection works. */
        post: operations["testConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a connection, end its access at the vendor, and destroy its credentials. */
        delete: operations["removeConnection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authorizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start to add a connection by an authorisation in a browser. */
        post: operations["startAuthorization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authorizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show where an authorisation stands that this key started. */
        get: operations["showAuthorization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oauth/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where vendors send browsers back to. */
        get: operations["receiveAuthorization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List requests, oldest first. */
        get: operations["listRequests"];
        put?: never;
        /** Record a request; the workers carry it out. */
        post: operations["createRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show where a request stands. */
        get: operations["showRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the deletion plans of a request, by connection. */
        get: operations["showPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve the deletion plans of a request. */
        post: operations["approveRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Extend the deadline of a request, once. */
        post: operations["extendRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try again what was given up. */
        post: operations["retryRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Place a legal hold on a request: nothing of it expires until it is released. */
        post: operations["holdRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the legal hold on a request. */
        post: operations["releaseRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a request. */
        post: operations["cancelRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow a request by server-sent events, from its beginning or from where a reader left off. */
        get: operations["followRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/package": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the package of an ended access request, or a part of it. */
        get: operations["getPackage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the receipt of a request that has ended. */
        get: operations["getReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the public keys that receipts are checked by. */
        get: operations["listSigningKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signing-keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign with a new key from now on. */
        post: operations["rotateSigningKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts/prove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell whether a receipt of this installation is about a person. */
        post: operations["proveReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{name}/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change what is done with the words and names of other people in packages. */
        post: operations["changePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/redactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what the package of a request leaves out or replaces, record by record, with names. */
        get: operations["reviewRedactions"];
        put?: never;
        /** Decide about one record of the package in the place of the policy. */
        post: operations["decideRedaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the audit log, oldest entry first unless asked otherwise. */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check every entry of the audit log, and compare the log with its signed checkpoints. */
        get: operations["verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the audit log as lines of JSON that can be checked offline. */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the API keys, also those that expired or were revoked. */
        get: operations["listKeys"];
        put?: never;
        /** Issue an API key. */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke an API key at once. */
        post: operations["revokeKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the webhooks that were given up, oldest event first. */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the workers send a webhook again that was given up. */
        post: operations["retryWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell whether the process answers. */
        get: operations["showHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell whether calls can be served: the database answers, and its schema is that of this version. */
        get: operations["showReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show figures for Prometheus. */
        get: operations["showMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show this description of the service. */
        get: operations["showDescription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Request: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "access" | "deletion";
            /** @enum {string} */
            status: "received" | "running" | "awaiting_approval" | "completed" | "incomplete" | "failed" | "cancelled";
            /** Format: date-time */
            receivedAt: string;
            /** @enum {string} */
            regulation: "gdpr" | "ccpa" | "other";
            /** Format: date-time */
            dueAt: string;
            daysLeft: number | null;
            overdue: boolean;
            extended: components["schemas"]["Extension"] | null;
            finishedAt: string | null;
            waitsFor: components["schemas"]["ReadFirst"] | null;
            forecast: components["schemas"]["Forecast"] | null;
            identifiers: components["schemas"]["Identifier"][];
            retention: components["schemas"]["Retention"];
            reappearance: components["schemas"]["Reappearance"][];
            tasks: components["schemas"]["Task"][];
        };
        Extension: {
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            firstDueAt: string;
            reason: string | null;
        };
        ReadFirst: {
            requests: string[];
            /** Format: date-time */
            until: string;
        };
        Forecast: {
            doneBy: string | null;
            reason: string;
        };
        Retention: {
            expiresAt: string | null;
            purgeDue: boolean;
            expiredAt: string | null;
            expiredBy: ("time" | "deletion") | null;
            hold: components["schemas"]["Hold"] | null;
            purged: components["schemas"]["Purge"] | null;
        };
        Hold: {
            /** Format: date-time */
            placedAt: string;
            placedBy: string;
            reason: string | null;
        };
        Purge: {
            requests: number;
            held: number;
            underWay: number;
            partly: number;
            indexEntries: number;
        };
        Reappearance: {
            connection: string;
            /** Format: date-time */
            deletedAt: string;
            lookedAt: string | null;
            nextLookAt: string | null;
            finding: ("none" | "reappeared" | "not_deleted" | "unknown" | "not_looked") | null;
            things: number;
        };
        Task: {
            connection: string;
            connector: string;
            /** @enum {string} */
            status: "received" | "running" | "awaiting_approval" | "completed" | "incomplete" | "failed" | "dead_letter" | "cancelled";
            outcomes: components["schemas"]["Outcome"][];
            notCovered: components["schemas"]["NotCovered"][];
            error: components["schemas"]["Failure"] | null;
            plan: components["schemas"]["Plan"] | null;
            progress: components["schemas"]["Progress"][];
            waitingUntil: string | null;
        };
        Identifier: {
            /** @enum {string} */
            kind: "email" | "phone" | "user_id" | "external_id";
            namespace: string | null;
            count: number;
            given: boolean;
            foundBy: {
                connection: string;
                resource: string;
            }[];
            used: boolean;
            reason: string | null;
        };
        Outcome: {
            resource: string;
            /** @enum {string} */
            outcome: "exported" | "deleted" | "redacted" | "not_found" | "pending" | "retained" | "blocked" | "refused" | "failed" | "unverified" | "skipped";
            count: number;
            reason?: string;
        };
        NotCovered: {
            what: string;
            why: string;
            remedy: string;
            /** @enum {string} */
            capability: "access" | "deletion";
        };
        Failure: {
            code: string;
            message: string;
            operation?: string;
            status?: number;
            vendorRequestId?: string;
        };
        Plan: {
            hash: string;
            operations: {
                title: string;
                resource: string;
                count: number;
                alsoErases: string[];
                irreversible: boolean;
            }[];
            warnings: {
                code: string;
                message: string;
            }[];
            changed: string | null;
        };
        Progress: {
            /** @enum {string} */
            step: "locate" | "scan" | "read" | "open" | "plan" | "erase";
            resource: string;
            done: number;
        };
        RequestPlans: {
            id: string;
            /** @enum {string} */
            status: "received" | "running" | "awaiting_approval" | "completed" | "incomplete" | "failed" | "cancelled";
            plans: {
                connection: string;
                plan: components["schemas"]["Plan"];
            }[];
        };
        RequestPage: {
            items: components["schemas"]["Request"][];
            next: string | null;
        };
        ConnectorSummary: {
            id: string;
            title: string;
            version: string;
            vendorApiVersion: string;
            capabilities: ("access" | "deletion")[];
        };
        Manifest: {
            /** @enum {unknown} */
            contract: 1;
            id: string;
            title: string;
            version: string;
            vendorApiVersion: string;
            baseUrl: string;
            hosts: string[];
            auth: {
                [key: string]: unknown;
            };
            scopes: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            rateLimits: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            identifiers: {
                consumes: ("email" | "phone" | "user_id" | "external_id")[];
                produces: ("email" | "phone" | "user_id" | "external_id")[];
            };
            capabilities: {
                [key: string]: unknown;
            };
            resources: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            operations: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            settings: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            notCovered: components["schemas"]["NotCovered"][];
            disconnection?: {
                [key: string]: unknown;
            };
            sources: {
                [key: string]: unknown;
            }[];
        };
        RateBudget: {
            name: string;
            declared: ({
                requestsPerSecond: number;
                burst: number;
            } | {
                requests: number;
                seconds: number;
                headers?: {
                    limit: string;
                    remaining: string;
                    reset: string;
                    /** @enum {string} */
                    resetIn: "epoch_seconds" | "seconds";
                };
            })[];
            limits: ({
                requestsPerSecond: number;
                burst: number;
            } | {
                requests: number;
                seconds: number;
                headers?: {
                    limit: string;
                    remaining: string;
                    reset: string;
                    /** @enum {string} */
                    resetIn: "epoch_seconds" | "seconds";
                };
            })[];
            factor: number;
            requestsPerSecond: number;
            requests: number;
            cuts: number;
            cutAt: string | null;
        };
        Connection: {
            name: string;
            connector: string;
            /** @enum {string} */
            authentication: "static_token" | "authorization_code";
            settings: {
                [key: string]: string | number | boolean;
            };
            namespaces: {
                [key: string]: string;
            };
            policy: components["schemas"]["RedactionPolicy"];
            unneededScopes: string[];
            grantedScopes: string[] | "unknown";
            account: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @enum {string} */
            state: "connected" | "still_alive";
            reason: ("unsupported" | "refused" | "unreachable" | "accepted_yet_alive" | "connector_missing" | "shared" | "unusable") | null;
            manualSteps: string[];
            /** Format: date-time */
            credentialsGivenAt: string;
            credentialsExpire: boolean;
            lastUsedAt: string | null;
            rateBudgets: components["schemas"]["RateBudget"][];
        };
        ConnectionTest: {
            connection: components["schemas"]["Connection"];
            alive: boolean;
            capabilities: {
                /** @enum {string} */
                capability: "access" | "deletion";
                /** @enum {string} */
                available: "yes" | "no" | "unknown";
                missingScopes: string[];
            }[];
            unneededScopes: string[];
        };
        AddedConnection: {
            connection: components["schemas"]["Connection"];
            alive: boolean;
            capabilities: {
                /** @enum {string} */
                capability: "access" | "deletion";
                /** @enum {string} */
                available: "yes" | "no" | "unknown";
                missingScopes: string[];
            }[];
            unneededScopes: string[];
            renewed: boolean;
            manualSteps: string[];
        };
        RemovedConnection: {
            removed: string;
            /** @enum {string} */
            state: "disconnected" | "still_alive" | "forgotten";
            reason: ("unsupported" | "refused" | "unreachable" | "accepted_yet_alive" | "connector_missing" | "shared" | "unusable") | null;
            manualSteps: string[];
        };
        Authorization: {
            id: string;
            connection: string;
            /** @enum {string} */
            status: "pending" | "exchanging" | "completed" | "failed" | "expired";
            /** Format: date-time */
            expiresAt: string;
            error: components["schemas"]["Failure"] | null;
        };
        StartedAuthorization: {
            id: string;
            connection: string;
            /** @enum {string} */
            status: "pending" | "exchanging" | "completed" | "failed" | "expired";
            /** Format: date-time */
            expiresAt: string;
            error: components["schemas"]["Failure"] | null;
            /** Format: uri */
            authorizationUrl: string;
        };
        AuditEntry: {
            seq: number;
            /** Format: date-time */
            at: string;
            action: string;
            actor: string;
            details: {
                [key: string]: string | number | boolean | null | string[];
            };
            previous: string;
            hash: string;
        };
        AuditVerification: {
            holds: boolean;
            firstEntry: number | null;
            lastEntry: number | null;
            entries: number;
            checkpoints: number;
            changeable: boolean | null;
            problems: {
                /** @enum {string} */
                kind: "changed" | "moved" | "missing" | "unlinked" | "truncated" | "rewritten" | "unsigned" | "signing_key";
                seq: number;
                through: number;
                message: string;
            }[];
            moreProblems: number;
        };
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            next: string | null;
        };
        ApiKey: {
            id: string;
            /** @enum {string} */
            role: "auditor" | "operator" | "approver" | "admin";
            name: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: date-time */
            expiresAt: string;
            revokedAt: string | null;
            lastUsedAt: string | null;
        };
        IssuedApiKey: {
            id: string;
            /** @enum {string} */
            role: "auditor" | "operator" | "approver" | "admin";
            name: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: date-time */
            expiresAt: string;
            revokedAt: string | null;
            lastUsedAt: string | null;
            key: string;
        };
        FailedDelivery: {
            /** Format: uuid */
            id: string;
            webhook: string;
            /** Format: uuid */
            requestId: string;
            eventId: number;
            kind: string;
            attempts: number;
            problem: string;
            /** Format: date-time */
            failedAt: string;
        };
        FailedDeliveryPage: {
            items: components["schemas"]["FailedDelivery"][];
            next: string | null;
        };
        RetriedDelivery: {
            /** Format: uuid */
            retried: string;
        };
        Receipt: {
            requestId: string;
            number: number;
            latest: number;
            /** Format: date-time */
            issuedAt: string;
            key: string;
            hash: string;
            jws: string;
            receipt: {
                [key: string]: unknown;
            };
        };
        ReceiptProof: {
            requestId: string;
            matches: boolean;
        };
        PublicKey: {
            /** @enum {string} */
            kty: "OKP";
            /** @enum {string} */
            crv: "Ed25519";
            x: string;
            kid: string;
            /** @enum {string} */
            use: "sig";
            /** @enum {string} */
            alg: "EdDSA";
            iat: number;
            exp?: number;
        };
        PublicKeySet: {
            keys: components["schemas"]["PublicKey"][];
        };
        RedactionPolicy: {
            /** @enum {string} */
            subject: "export" | "redact" | "withhold";
            /** @enum {string} */
            agent: "export" | "redact" | "withhold";
            /** @enum {string} */
            bot: "export" | "redact" | "withhold";
            /** @enum {string} */
            other_person: "export" | "redact" | "withhold";
            /** @enum {string} */
            internal_note: "export" | "redact" | "withhold";
        };
        RedactionItem: {
            record: string;
            thread: string;
            author: ("subject" | "agent" | "bot" | "other_person" | "internal_note") | null;
            withheld: ("internal_note" | "agent" | "bot" | "other_person" | "unknown_author" | "operator") | null;
            replaced: {
                /** @enum {string} */
                reason: "agent" | "bot" | "other_person" | "unknown_person";
                count: number;
            }[];
            labels: {
                label: string;
                names: string[];
            }[];
            decision: {
                /** @enum {string} */
                mode: "export" | "redact" | "withhold";
                reason: string;
                decidedBy: string;
                /** Format: date-time */
                decidedAt: string;
            } | null;
        };
        RedactionPage: {
            items: components["schemas"]["RedactionItem"][];
            next: string | null;
        };
        Problem: {
            /** Format: uri-reference */
            type: string;
            title: string;
            status: number;
            detail: string;
            code: string;
            errors?: {
                field: string;
                message: string;
            }[];
        };
        NamedId: {
            namespace: string;
            value: string;
        };
        NewTokenConnectionBody: {
            token: string;
            connector: string;
            name: string;
            /** @default {} */
            settings?: {
                [key: string]: string | number | boolean;
            };
            /** @default {} */
            namespaces?: {
                [key: string]: string;
            };
            /** @default {} */
            policy?: {
                /** @enum {string} */
                subject?: "export" | "redact" | "withhold";
                /** @enum {string} */
                agent?: "export" | "redact" | "withhold";
                /** @enum {string} */
                bot?: "export" | "redact" | "withhold";
                /** @enum {string} */
                other_person?: "export" | "redact" | "withhold";
                /** @enum {string} */
                internal_note?: "export" | "redact" | "withhold";
            };
        };
        NewAuthorizationBody: {
            clientId: string;
            clientSecret: string;
            connector: string;
            name: string;
            /** @default {} */
            settings?: {
                [key: string]: string | number | boolean;
            };
            /** @default {} */
            namespaces?: {
                [key: string]: string;
            };
            /** @default {} */
            policy?: {
                /** @enum {string} */
                subject?: "export" | "redact" | "withhold";
                /** @enum {string} */
                agent?: "export" | "redact" | "withhold";
                /** @enum {string} */
                bot?: "export" | "redact" | "withhold";
                /** @enum {string} */
                other_person?: "export" | "redact" | "withhold";
                /** @enum {string} */
                internal_note?: "export" | "redact" | "withhold";
            };
        };
        NewRequestBody: {
            /** @enum {string} */
            type: "access" | "deletion";
            /** @default [] */
            emails?: string[];
            /** @default [] */
            phones?: string[];
            /** @default [] */
            ids?: components["schemas"]["NamedId"][];
            /** @default [] */
            widen?: ("email" | "phone")[];
            /** @default [] */
            connections?: string[];
            /** @enum {string} */
            regulation?: "gdpr" | "ccpa" | "other";
            receivedAt?: string;
            dueAt?: string;
            /** @default false */
            approved?: boolean;
            /** @default false */
            includeVendorUsers?: boolean;
        };
        ApprovalBody: {
            plans: string[];
        };
        ExtensionBody: {
            reason: string;
            dueAt?: string;
        };
        HoldBody: {
            reason: string;
        };
        ReceiptProofBody: {
            /** Format: uuid */
            requestId: string;
            digests: string[];
            /** @enum {string} */
            kind: "email" | "phone" | "external_id";
            namespace?: string;
            value: string;
        };
        PolicyBody: {
            policy: {
                /** @enum {string} */
                subject?: "export" | "redact" | "withhold";
                /** @enum {string} */
                agent?: "export" | "redact" | "withhold";
                /** @enum {string} */
                bot?: "export" | "redact" | "withhold";
                /** @enum {string} */
                other_person?: "export" | "redact" | "withhold";
                /** @enum {string} */
                internal_note?: "export" | "redact" | "withhold";
            };
        };
        RedactionDecisionBody: {
            record: string;
            /** @enum {string} */
            mode: "export" | "redact" | "withhold";
            reason: string;
        };
        NewKeyBody: {
            /** @enum {string} */
            role: "auditor" | "operator" | "approver" | "admin";
            name?: string;
            expiresInDays?: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listConnectors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All connectors. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectorSummary"][];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showConnector: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its manifest. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Manifest"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConnections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All connections. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"][];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTokenConnectionBody"];
            };
        };
        responses: {
            /** @description The connection existed; it is renewed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedConnection"];
                };
            };
            /** @description The vendor accepted the token; the connection is added. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedConnection"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the vendor said. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionTest"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeConnection: {
        parameters: {
            query?: {
                forget?: "true" | "false";
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is removed; `state` tells whether the vendor refuses its credentials. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemovedConnection"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startAuthorization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAuthorizationBody"];
            };
        };
        responses: {
            /** @description Open authorizationUrl in a browser. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedAuthorization"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showAuthorization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The authorisation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Authorization"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveAuthorization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page for the person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description A page for the person. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRequests: {
        parameters: {
            query?: {
                status?: "received" | "running" | "awaiting_approval" | "completed" | "incomplete" | "failed" | "cancelled";
                type?: "access" | "deletion";
                connection?: string;
                dueBefore?: string;
                dueAfter?: string;
                overdue?: "true" | "false";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of requests. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestPage"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, e.g. a UUID. The same value with the same body, from the same API key within 24 hours, answers with the request that the first call recorded. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRequestBody"];
            };
        };
        responses: {
            /** @description The request, durably recorded. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A plan per connection that has one. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestPlans"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalBody"];
            };
        };
        responses: {
            /** @description The request, carried on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    extendRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtensionBody"];
            };
        };
        responses: {
            /** @description The request with its new deadline. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request, carried on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    holdRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldBody"];
            };
        };
        responses: {
            /** @description The request, held. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request, held no more. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request, cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Id of the last event that arrived; those after it follow. */
                "Last-Event-ID"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each event with its id, its kind and, as data, itself as JSON. Ends with the service, and with the key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPackage: {
        parameters: {
            query?: {
                recipient?: string[];
            };
            header?: {
                /** @description One range of bytes, e.g. bytes=1000-. Not together with recipients. */
                Range?: string;
                /** @description The ETag of the answer that is carried on; the whole package comes when it is another by now. */
                "If-Range"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole package: a zip, or with recipients an age file (application/octet-stream) that holds it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
                };
            };
            /** @description The part that was asked for. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReceipt: {
        parameters: {
            query?: {
                number?: number;
            };
            header?: {
                /** @description application/jose for the signed text alone, text/html for a page; JSON unless given. */
                Accept?: string;
                /** @description The ETag of an earlier answer in the same form: 304 when nothing changed. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The receipt. Only its signed text is evidence. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                    "application/jose": string;
                    "text/html": string;
                };
            };
            /** @description It is the one that If-None-Match names. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSigningKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JWK set (RFC 7517). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicKeySet"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateSigningKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All public keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicKeySet"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proveReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiptProofBody"];
            };
        };
        responses: {
            /** @description Whether it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptProof"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyBody"];
            };
        };
        responses: {
            /** @description The connection with its policy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviewRedactions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of records. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedactionPage"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideRedaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedactionDecisionBody"];
            };
        };
        responses: {
            /** @description The record as it is decided. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedactionItem"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query: {
                from?: string;
                to?: string;
                order: "oldest" | "newest";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyAudit: {
        parameters: {
            query?: {
                checkpoint?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerification"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAudit: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A line per entry, oldest first, and a last one with a signed checkpoint. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": unknown;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All keys, without their secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"][];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKeyBody"];
            };
        };
        responses: {
            /** @description The key; it can be seen this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedApiKey"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key, revoked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query: {
                state: "failed";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of deliveries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailedDeliveryPage"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is due. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetriedDelivery"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They can. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text format of Prometheus. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": unknown;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showDescription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The OpenAPI 3.1 document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
