// Generated from openapi/drift.yaml by tools/scripts/generate-openapi.mjs. Do not edit.

export interface paths {
    "/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the contacts with an e-mail; after a deletion, see that none is left.
         * @description By exact e-mail, or by the customer's own id. E-mail is not a key: several contacts may share one. Pages follow in the `Link` header (rel="next"). Send no parameter that is not listed here: the contact API may answer 400 CONTACT-10.
         */
        get: operations["findContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        /**
         * Read one contact; after a deletion, see that it is gone and not merely unlisted.
         * @description 401 with CONTACT-2, as well as 404 with CONTACT-1, may mean that the contact is not visible to this token. What it answers after DELETE or after a GDPR deletion is not documented.
         */
        get: operations["getContact"];
        put?: never;
        post?: never;
        /**
         * Unlist a contact. This is not an erasure.
         * @description Only takes the contact out of the index behind Drift's Contacts view; its conversations remain. Personal data is erased by `deletePersonalData` alone.
         */
        delete: operations["deleteContact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Learn which conversations belong to which contact; Drift cannot filter them.
         * @description Every conversation of the organisation, last updated first; there is no filter by contact, e-mail or date. Two paging styles exist side by side. Style A: `limit` up to 50, `next` from `pagination.next`. Style B: `limit` up to 100, `page_token` from the query of `links.next`; `page_token` is blank on the first call. Neither is documented to survive a conversation that moves to the top while the list is read. Without `statusId` every status is listed; there is no number for `bulk_sent`.
         */
        get: operations["listConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        /**
         * Read one conversation and verify whose it is.
         * @description With participants and tags, without messages.
         */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        /**
         * Read the messages of a conversation, private notes included.
         * @description In pages of 50.
         */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attachments/{documentId}/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a file of a message.
         * @description The bytes; the id comes from a message.
         */
        get: operations["downloadAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Know the agents of a conversation by name, and see, before a deletion, whether the e-mail also belongs to one.
         * @description All users (agents) of the organisation, without paging.
         */
        get: operations["listUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gdpr/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase everything Drift holds under an e-mail.
         * @description Reaches all contacts AND Drift users with that e-mail: attributes, conversations, messages and more. Works later; the answer only says that it was accepted, in words that nobody reads. There is no job id and no status call: look for the contacts again. Answers to repeated calls and to an unknown e-mail are not documented.
         */
        post: operations["deletePersonalData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/app/token_info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test the connection and learn the granted scopes.
         * @description The answer echoes the token and must never be logged. It has no `data` envelope.
         */
        post: operations["tokenInformation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/app/uninstall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the access of an OAuth app, whose token is dead afterwards.
         * @description Only for public (OAuth) apps. The client secret travels in the query: URLs of this call belong in no log.
         */
        post: operations["uninstall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange an authorization code, or refresh.
         * @description Client id and secret travel in the body. Refresh answers carry a new refresh token: rotation must be assumed; whether the old one dies is not documented.
         */
        post: operations["token"];
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
        /**
         * Format: int64
         * @description Documented as long. Every value seen is far below 2^53; one above it would lose digits as a JSON number in JavaScript, so it is refused.
         */
        Id: number;
        /** @description Milliseconds since 1970; anything else, null included, counts as no time. */
        Timestamp: unknown;
        ContactsAnswer: {
            data: components["schemas"]["Contact"][] | components["schemas"]["Contact"];
        };
        ContactAnswer: {
            data: components["schemas"]["Contact"];
        };
        Contact: {
            id: components["schemas"]["Id"];
            createdAt?: components["schemas"]["Timestamp"];
            attributes?: components["schemas"]["ContactAttributes"];
        };
        /** @description A free map that mixes Drift's fields with the organisation's custom ones. */
        ContactAttributes: ({
            email?: string | null;
            /** @description Text. */
            name?: unknown;
            /** @description A number in one page, a string in another, null in a third. */
            externalId?: unknown;
        } & {
            [key: string]: unknown;
        }) | null;
        Pagination: {
            more?: boolean | null;
            /** @description Opaque; a string, though its values look like numbers. */
            next?: string | number | null;
        } | null;
        /** @description Absolute URLs on api.drift.com. Take the `page_token` out of them and never call them. */
        Links: {
            next?: string | null;
        } | null;
        /** @description `pagination` (style A), `links` (style B) or both; the last page carries no way on. */
        ConversationsAnswer: {
            data: components["schemas"]["ConversationSummary"][];
            pagination?: components["schemas"]["Pagination"];
            links?: components["schemas"]["Links"];
        };
        ConversationSummary: {
            id: components["schemas"]["Id"];
            contactId?: components["schemas"]["OwnerId"];
            updatedAt?: components["schemas"]["Timestamp"];
        };
        /**
         * Format: int64
         * @description The contact whose a conversation is. Null, 0 or absent: nobody's who could be asked for, and no reason to stop a list.
         */
        OwnerId: number | null;
        /** @description open, closed, pending or bulk_sent. Drift announced to phase it out, so no value must stop a request. */
        ConversationStatus: unknown;
        ConversationAnswer: {
            data: components["schemas"]["Conversation"];
        };
        Conversation: {
            id: components["schemas"]["Id"];
            contactId: components["schemas"]["OwnerId"];
            status?: components["schemas"]["ConversationStatus"];
            createdAt?: components["schemas"]["Timestamp"];
            /** @description Ids of Drift users. */
            participants?: unknown;
            /** @description Objects with `name` and `color`. */
            conversationTags?: unknown;
        };
        MessagesAnswer: {
            data: {
                messages: components["schemas"]["Message"][];
            };
            pagination?: components["schemas"]["Pagination"];
        };
        Message: {
            id: components["schemas"]["Id"];
            conversationId?: components["schemas"]["Id"] | null;
            createdAt?: components["schemas"]["Timestamp"];
            /** @description chat or private_note; older also private_prompt */
            type?: unknown;
            author?: components["schemas"]["MessageAuthor"];
            /** @description HTML with entities; absent on some messages. */
            body?: unknown;
            attachments?: components["schemas"]["Attachment"][] | null;
            attachment?: components["schemas"]["Attachment"][] | null;
            /** @description IP, user agent, location and the like. */
            context?: unknown;
            /** @description Among them `preMessages`, what a bot said before. */
            attributes?: unknown;
            /** @description Of a message of type `edit`. */
            editedMessageId?: unknown;
        };
        MessageAuthor: {
            /** @description `contact` (id of a contact) or `user` (id of a Drift user). */
            type?: unknown;
            /** @description A long. */
            id?: unknown;
            /** @description A boolean. */
            bot?: unknown;
        } | null;
        /** @description Without `id` (Workato's form) the id stands in the path of `url`. The URL itself must not be called. */
        Attachment: {
            /** @description A long. */
            id?: unknown;
            /** @description Text. */
            fileName?: unknown;
            /** @description Text. */
            mimeType?: unknown;
            /** @description Text. */
            url?: unknown;
        } | null;
        UsersAnswer: {
            data: components["schemas"]["User"][];
        };
        User: {
            /** @description A long. */
            id?: unknown;
            /** @description Text. */
            name?: unknown;
            /** @description The name that visitors see. */
            alias?: unknown;
            email?: string | null;
            /** @description Text. */
            phone?: unknown;
            /** @description A boolean. */
            bot?: unknown;
        };
        PersonalDataDeletion: {
            email: string;
        };
        Acknowledgement: {
            result?: string;
            ok?: boolean;
        };
        TokenInformationRequest: {
            access_token: string;
        };
        UninstallAnswer: {
            result?: string;
            ok?: boolean;
        };
        TokenInformation: {
            /** @description `orgId:<number>`. */
            authenticated_userid?: string | null;
            /** @description 0 means never. The page says milliseconds, other token answers use seconds. */
            expires_in?: unknown;
            /** @description Separated by spaces. */
            scope?: string | null;
        };
        TokenRequest: {
            client_id: string;
            client_secret: string;
            code: string;
            redirect_uri?: string;
            /** @constant */
            grant_type: "authorization_code";
        } | {
            client_id: string;
            client_secret: string;
            refresh_token: string;
            /** @constant */
            grant_type: "refresh_token";
        };
        TokenAnswer: {
            accessToken?: string;
            access_token?: string;
            refreshToken?: string;
            refresh_token?: string;
            /** @description Seconds; 7200 named. */
            expiresIn?: number;
            expires_in?: number;
            tokenType?: string;
            token_type?: string;
            orgId?: number;
            scope?: string;
        } & (unknown | unknown);
        /** @description `error` or `errors`; nothing is promised. */
        ErrorAnswer: {
            error?: components["schemas"]["ErrorDetail"];
            errors?: components["schemas"]["ErrorDetail"][];
        };
        /** @description OAuth's form (`error` is a code) or Drift's own (`error` is an object). */
        TokenErrorAnswer: {
            error?: string | components["schemas"]["ErrorDetail"];
            error_description?: string;
        };
        ErrorDetail: {
            /** @description validation_error, authentication_error, not_found, rate_limit, internal_error. */
            type?: string;
            message?: string;
            /** @description CONTACT-n; where it stands in the body is not documented. */
            code?: string;
            param?: string;
        };
    };
    responses: {
        /** @description Accepted. */
        Acknowledged: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Acknowledgement"];
            };
        };
        /** @description validation_error; CONTACT-4, 7, 8, 9, 10 or 11 on the contact API. The body may be empty. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /** @description The code, refresh token or client is not accepted. The shape of the body is not documented. */
        BadTokenRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TokenErrorAnswer"];
            };
        };
        /** @description The token is bad or expired; on the contact API also CONTACT-2, not visible. The body may be empty. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /** @description authentication_error, a missing scope or a bad token. The body may be empty. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /** @description not_found; CONTACT-1 on the contact API. The body may be empty. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /** @description rate_limit. The limit is a leaky bucket of unpublished size. */
        RateLimited: {
            headers: {
                /** @description Never mentioned by any source; obeyed when present. */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /** @description internal_error; CONTACT-5. The body may be empty or not JSON. */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /** @description Also 502 and 504. The body may be empty or not JSON. */
        Unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
    };
    parameters: {
        ContactId: components["schemas"]["Id"];
        ConversationId: components["schemas"]["Id"];
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    findContacts: {
        parameters: {
            query?: {
                /** @description The exact address. Letter case is not documented. */
                email?: string;
                /** @description Contacts per page; default and maximum are not documented. */
                limit?: number;
                /** @description Kind of the ids in `id`. */
                idType?: "external";
                /** @description The customer's own id; may repeat. */
                id?: string[];
                /** @description Only ever taken from the query of the `Link` header. */
                page_token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The matching contacts; an empty array when there is none. */
            200: {
                headers: {
                    /** @description `<url>; rel="next"` while more contacts match. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactsAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contact. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Acknowledged"];
            202: components["responses"]["Acknowledged"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listConversations: {
        parameters: {
            query?: {
                /** @description Default 25; at most 50 with `next` and 100 with `page_token`. */
                limit?: number;
                /** @description Style A; opaque. */
                next?: string;
                /** @description Style B; opaque; blank on the first call. */
                page_token?: string;
                /** @description 1 open, 2 closed, 3 pending; may repeat. */
                statusId?: (1 | 2 | 3)[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationsAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conversation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description From `pagination.next`; empty or absent for the first page. */
                next?: string;
            };
            header?: never;
            path: {
                conversationId: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagesAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    downloadAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, of any media type. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The users. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsersAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deletePersonalData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonalDataDeletion"];
            };
        };
        responses: {
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
            /** @description Accepted; the deletion is processing. The body may be JSON, text or empty. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    tokenInformation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenInformationRequest"];
            };
        };
        responses: {
            /** @description The token's information. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenInformation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    uninstall: {
        parameters: {
            query: {
                clientId: string;
                clientSecret: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The app is uninstalled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UninstallAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description A token pair; spelled in camelCase, in snake_case, or both. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenAnswer"];
                };
            };
            400: components["responses"]["BadTokenRequest"];
            401: components["responses"]["BadTokenRequest"];
            403: components["responses"]["BadTokenRequest"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
}
