// Generated from openapi/klaviyo.yaml by tools/scripts/generate-openapi.mjs. Do not edit.

export interface paths {
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Test the key and learn which account it belongs to. */
        get: operations["getAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the profiles with an e-mail, phone number or external id; after a deletion, see that none is left.
         * @description Whether letter case matters in an e-mail is not documented, so all spellings are asked for at once.
         */
        get: operations["findProfiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        /**
         * Read one profile with consent and predictions; after a deletion, see that it is gone.
         * @description 404 when there is no such profile.
         */
        get: operations["getProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles/{id}/lists": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        /** Read the lists that a profile is on. */
        get: operations["listsOfProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles/{id}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        /** Read the segments that a profile belongs to. */
        get: operations["segmentsOfProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles/{id}/push-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        /** Read the push tokens of a profile, with the devices they belong to. */
        get: operations["pushTokensOfProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the events of a profile with the names of their metrics. */
        get: operations["findEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-privacy-deletion-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase a profile with everything that hangs on it.
         * @description Exactly one identifier; every profile that matches it goes, later. There is no job id. By the id of a profile, a second call does no more than the first. The answer for an id that no longer exists is not documented.
         */
        post: operations["requestDeletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile-suppression-bulk-create-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * If the setting asks for it, keep an erased e-mail from being written to again.
         * @description For an e-mail that no profile has, Klaviyo makes a profile and suppresses it at once. At most 100 e-mails.
         */
        post: operations["suppressProfiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile-suppression-bulk-create-jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See whether a suppression is done. */
        get: operations["getSuppressionJob"];
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
        Links: {
            /** @description Absolute URL of the next page. */
            next?: string | null;
        };
        Resource: {
            type: string;
            id: string;
            attributes?: components["schemas"]["Attributes"];
            relationships?: {
                metric?: components["schemas"]["Relationship"];
                profile?: components["schemas"]["Relationship"];
            };
        };
        Relationship: {
            data?: {
                id?: string;
            } | null;
        };
        /** @description Fields differ by kind; these are the ones that are read. */
        Attributes: {
            name?: string | null;
            /** @description Of an event; seconds since 1970. */
            timestamp?: number | null;
        };
        Collection: {
            data: components["schemas"]["Resource"][];
            included?: components["schemas"]["Resource"][];
            links?: components["schemas"]["Links"];
        };
        AccountCollection: {
            data: components["schemas"]["Resource"][];
        };
        Profile: {
            /** @constant */
            type: "profile";
            id: string;
            attributes: {
                email?: string | null;
                /** @description E.164. */
                phone_number?: string | null;
                /** @description An id of the customer's own. */
                external_id?: string | null;
                /** @description ISO 8601. */
                created?: string | null;
            };
        };
        ProfileDocument: {
            data: components["schemas"]["Profile"];
        };
        ProfileCollection: {
            data: components["schemas"]["Profile"][];
            links?: components["schemas"]["Links"];
        };
        DeletionJob: {
            data: {
                /** @constant */
                type: "data-privacy-deletion-job";
                attributes: {
                    profile: {
                        data: {
                            /** @constant */
                            type: "profile";
                            id: string;
                            /** @description Required, and empty when the id is given. */
                            attributes: Record<string, never>;
                        };
                    };
                };
            };
        };
        SuppressionRequest: {
            data: {
                /** @constant */
                type: "profile-suppression-bulk-create-job";
                attributes: {
                    profiles: {
                        data: components["schemas"]["SuppressedProfile"][];
                    };
                };
            };
        };
        SuppressedProfile: {
            /** @constant */
            type: "profile";
            attributes: {
                email: string;
            };
        };
        SuppressionJob: {
            data: {
                id: string;
                attributes: {
                    /** @description queued, processing, complete or cancelled */
                    status: string;
                    total_count: number;
                    completed_count?: number | null;
                    skipped_count?: number | null;
                };
            };
        };
        Errors: {
            errors: {
                id: string;
                code: string;
                title: string;
                detail: string;
                source?: {
                    pointer?: string;
                    parameter?: string;
                };
            }[];
        };
    };
    responses: {
        /** @description Things of one kind; more pages in `links.next`. */
        Collection: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimit"];
                "RateLimit-Reset": components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["Collection"];
            };
        };
        /** @description The job. */
        SuppressionJob: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["SuppressionJob"];
            };
        };
        /** @description 401: the key. 403: a scope of the key. 404: no such thing. 429: a window is full; `Retry-After` says for how many seconds, and the RateLimit headers are missing. */
        ClientError: {
            headers: {
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["Errors"];
            };
        };
        /** @description Klaviyo is in trouble. */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["Errors"];
            };
        };
    };
    parameters: {
        ProfileId: string;
        /** @description Only ever taken from `links.next`. */
        PageCursor: string;
        /** @description Only ever taken from `links.next`, which the answer may have although no page size can be asked for. */
        PageCursorOfFollowedLink: string;
    };
    requestBodies: never;
    headers: {
        /** @description State of the window of a minute, on every answer but 429; `Reset` counts seconds from now. */
        RateLimit: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The one account of the key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["AccountCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    findProfiles: {
        parameters: {
            query: {
                /** @description `any(email,["a","b"])`; also on `phone_number` and `external_id`. Strings as in JSON. */
                filter: string;
                /** @description 20 unless given. */
                "page[size]"?: number;
                /** @description Only ever taken from `links.next`. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The matching profiles; an empty list when there is none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ProfileCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    getProfile: {
        parameters: {
            query?: {
                /** @description What is left out unless asked for, joined by commas. */
                "additional-fields[profile]"?: "subscriptions,predictive_analytics";
            };
            header?: never;
            path: {
                id: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ProfileDocument"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    listsOfProfile: {
        parameters: {
            query?: {
                /** @description Only ever taken from `links.next`, which the answer may have although no page size can be asked for. */
                "page[cursor]"?: components["parameters"]["PageCursorOfFollowedLink"];
            };
            header?: never;
            path: {
                id: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Collection"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    segmentsOfProfile: {
        parameters: {
            query?: {
                /** @description Only ever taken from `links.next`, which the answer may have although no page size can be asked for. */
                "page[cursor]"?: components["parameters"]["PageCursorOfFollowedLink"];
            };
            header?: never;
            path: {
                id: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Collection"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    pushTokensOfProfile: {
        parameters: {
            query?: {
                /** @description Only ever taken from `links.next`, which the answer may have although no page size can be asked for. */
                "page[cursor]"?: components["parameters"]["PageCursorOfFollowedLink"];
            };
            header?: never;
            path: {
                id: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Collection"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    findEvents: {
        parameters: {
            query: {
                /** @description `equals(profile_id,"…")`. */
                filter: string;
                include?: "metric";
                /** @description 200 unless given. The prose says that a page holds 200 at most, the parameter allows 1,000. */
                "page[size]"?: number;
                /** @description Only ever taken from `links.next`. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Collection"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    requestDeletion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["DeletionJob"];
            };
        };
        responses: {
            /** @description Accepted. There is no body. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    suppressProfiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["SuppressionRequest"];
            };
        };
        responses: {
            202: components["responses"]["SuppressionJob"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    getSuppressionJob: {
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
            200: components["responses"]["SuppressionJob"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
}
