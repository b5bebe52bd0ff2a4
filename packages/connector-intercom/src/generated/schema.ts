// Generated from openapi/intercom.yaml by tools/scripts/generate-openapi.mjs. Do not edit.

export interface paths {
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Test the connection and learn the workspace and its region. */
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/uninstall": {
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
         * @description The token that is sent is the one that ends. A token made by hand belongs to no installed app.
         */
        post: operations["uninstall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find the users and leads with an e-mail, a phone number or an external id.
         * @description New contacts may be missing for some minutes, and merged ones always are. The cursor goes into the body.
         */
        post: operations["searchContacts"];
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
                /** @description Intercom's own id of a contact. */
                contactId: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        /**
         * Read one contact; after a deletion, see that it is gone.
         * @description A contact that was merged answers 410 with a `Link` to the one that took it in.
         */
        get: operations["getContact"];
        put?: never;
        post?: never;
        /**
         * Delete a contact for good.
         * @description Archiving is another call and no deletion. What becomes of the contact's conversations is documented in a help article without a date only (they go), so that they are deleted before it.
         */
        delete: operations["deleteContact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{contactId}/companies": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Intercom's own id of a contact. */
                contactId: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        /** List the companies a contact is attached to. */
        get: operations["listCompanies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{contactId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Intercom's own id of a contact. */
                contactId: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        /** List what teammates noted about a contact. */
        get: operations["listNotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the events of a contact of the last 90 days. */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** List the conversations of a contact, without what was said in them. */
        post: operations["searchConversations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/redact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redact one message of the person in a conversation with others.
         * @description A part must have a body, a source must be by a contact, and neither may be redacted already; else 400 `conversation_part_not_redactable`.
         */
        post: operations["redactConversation"];
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
                /** @description Id of a conversation. */
                conversationId: string;
            };
            cookie?: never;
        };
        /**
         * Read what was said in a conversation, and whose it is; after a deletion, see that it is gone.
         * @description At most its newest 500 parts; `total_count` tells how many there are.
         */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        /** Delete a conversation for everybody in it, for good. */
        delete: operations["deleteConversation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tickets/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** List the tickets of a contact. */
        post: operations["searchTickets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tickets/{ticketId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Intercom's own id and not the number in the inbox. */
                ticketId: string;
            };
            cookie?: never;
        };
        /** Read the replies to a ticket, and whose it is; after a deletion, see that it is gone. */
        get: operations["getTicket"];
        put?: never;
        post?: never;
        /** Delete a ticket with its replies, attributes and files, for good. */
        delete: operations["deleteTicket"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Id: string;
        /** @description Seconds since 1970; anything else, null included, counts as no time. */
        Timestamp: unknown;
        Search: {
            query: {
                /** @description email, phone, external_id; contact_ids for conversations and tickets. */
                field?: string;
                /** @enum {string} */
                operator: "=" | "OR";
                value: string | {
                    field: string;
                    /** @enum {string} */
                    operator: "=";
                    value: string;
                }[];
            };
            pagination: {
                per_page: number;
                /** @description `pages.next.starting_after` of the page before. */
                starting_after?: string;
            };
        };
        CursorPages: {
            /** @description Missing on the last page. */
            next?: {
                starting_after: string;
            } | null;
        } | null;
        /** @description Lists of companies and of notes have this form. */
        NumberedList: {
            data: {
                id: components["schemas"]["Id"];
                /** @description Of a company. */
                name?: unknown;
                /** @description Of a note; HTML. */
                body?: unknown;
                /** @description Of a note; a teammate. */
                author?: {
                    /** @description Text. */
                    id?: unknown;
                    /** @description Text or null. */
                    name?: unknown;
                    /** @description Text or null. */
                    email?: unknown;
                } | null;
                created_at?: components["schemas"]["Timestamp"];
            }[];
            total_count?: number;
            pages?: {
                page: number;
                total_pages: number;
            } | null;
        };
        Me: {
            /** @constant */
            type: "admin";
            app?: {
                /** @description Key of the workspace. */
                id_code?: string;
                /** @description US */
                region?: string | null;
            } | null;
        };
        ContactList: {
            data: components["schemas"]["Contact"][];
            pages?: components["schemas"]["CursorPages"];
        };
        Contact: {
            id: components["schemas"]["Id"];
            /** @description `user` or `lead`. */
            role?: unknown;
            /** @description The customer's own id of a user; of a lead one that Intercom made. */
            external_id?: string | null;
            email?: string | null;
            phone?: string | null;
            /** @description Text. */
            name?: unknown;
            created_at?: components["schemas"]["Timestamp"];
        };
        EventList: {
            events: components["schemas"]["Event"][];
            pages?: {
                /** @description URL of the next page, or missing. */
                next?: string | null;
            } | null;
        };
        /** @description An event has no id of its own; its `id` and `user_id` are the customer's ids of the contact. */
        Event: {
            event_name: string;
            created_at: number;
            intercom_user_id?: string | null;
        };
        ConversationList: {
            conversations: components["schemas"]["ConversationSummary"][];
            pages?: components["schemas"]["CursorPages"];
        };
        ConversationSummary: {
            id: components["schemas"]["Id"];
            /** @description Text or null. */
            title?: unknown;
            created_at?: components["schemas"]["Timestamp"];
            contacts: components["schemas"]["ContactReferences"];
            conversation_rating?: {
                contact?: {
                    /** @description Text or null. */
                    id?: unknown;
                } | null;
            } | null;
        };
        Conversation: components["schemas"]["ConversationSummary"] & {
            source: components["schemas"]["Part"];
            conversation_parts: {
                conversation_parts: components["schemas"]["Part"][];
                total_count: number;
            };
        };
        ContactReferences: {
            contacts: {
                id: components["schemas"]["Id"];
            }[];
        };
        /** @description The source of a conversation, or a part of a conversation or ticket. */
        Part: {
            id: components["schemas"]["Id"];
            /** @description comment, note, assignment, close and many others; a source has none. */
            part_type?: unknown;
            /** @description Of a source; HTML. */
            subject?: unknown;
            /** @description HTML; null for parts that say nothing. */
            body?: unknown;
            created_at?: components["schemas"]["Timestamp"];
            /** @description A boolean. */
            redacted?: unknown;
            /** @description A list of files */
            attachments?: unknown;
            author: {
                /** @description user, lead or contact; admin, team, bot. */
                type: string;
                id: string | null;
                /** @description Text or null. */
                name?: unknown;
                /** @description Text or null. */
                email?: unknown;
            };
        };
        TicketList: {
            tickets: components["schemas"]["TicketSummary"][];
            pages?: components["schemas"]["CursorPages"];
        };
        TicketSummary: {
            id: components["schemas"]["Id"];
            /** @description The number in the inbox. */
            ticket_id?: unknown;
            /** @description Among them `_default_title_` and `_default_description_`. */
            ticket_attributes?: unknown;
            created_at?: components["schemas"]["Timestamp"];
            contacts: components["schemas"]["ContactReferences"];
        };
        Ticket: components["schemas"]["TicketSummary"] & {
            ticket_parts: {
                ticket_parts: components["schemas"]["Part"][];
                total_count: number;
            };
        };
        Deleted: {
            id: components["schemas"]["Id"];
            /** @constant */
            deleted: true;
        };
        ErrorList: {
            /** @constant */
            type: "error.list";
            request_id?: string | null;
            errors: {
                code: string;
                message?: string | null;
            }[];
        };
    };
    responses: {
        /** @description A parameter is wrong: `parameter_invalid`, `data_invalid`, `intercom_version_invalid` and others. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorList"];
            };
        };
        /** @description The token is not accepted (`unauthorized`, `token_unauthorized`). */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorList"];
            };
        };
        /** @description The app lacks a permission, or the plan does (`api_plan_restricted`). */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorList"];
            };
        };
        /** @description There is no such thing, or no longer (`not_found`). */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorList"];
            };
        };
        /** @description Too many calls in a window of ten seconds (`rate_limit_exceeded`). */
        RateLimited: {
            headers: {
                /** @description Calls a window allows. */
                "X-RateLimit-Limit"?: number;
                /** @description Calls it still allows. */
                "X-RateLimit-Remaining"?: number;
                /** @description When the next one begins; seconds since 1970. */
                "X-RateLimit-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorList"];
            };
        };
    };
    parameters: {
        /** @description Intercom's own id of a contact. */
        ContactId: string;
        /** @description From 1. */
        Page: number;
        /** @description Things per page. */
        PerPage: number;
    };
    requestBodies: {
        Search: {
            content: {
                "application/json": components["schemas"]["Search"];
            };
        };
    };
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The teammate whose token it is, with the workspace. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
        };
    };
    uninstall: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The app is uninstalled. What the body holds is not documented. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
        };
    };
    searchContacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Search"];
        responses: {
            /** @description A page of contacts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Intercom's own id of a contact. */
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
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The contact was merged into another one. */
            410: {
                headers: {
                    /** @description `</contacts/{id}>; rel="canonical"`; up to three of them lead to the remaining contact. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorList"];
                };
            };
            429: components["responses"]["RateLimited"];
        };
    };
    deleteContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Intercom's own id of a contact. */
                contactId: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deleted"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
        };
    };
    listCompanies: {
        parameters: {
            query?: {
                /** @description From 1. */
                page?: components["parameters"]["Page"];
                /** @description Things per page. */
                per_page?: components["parameters"]["PerPage"];
            };
            header?: never;
            path: {
                /** @description Intercom's own id of a contact. */
                contactId: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of companies. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberedList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
        };
    };
    listNotes: {
        parameters: {
            query?: {
                /** @description From 1. */
                page?: components["parameters"]["Page"];
                /** @description Things per page. */
                per_page?: components["parameters"]["PerPage"];
            };
            header?: never;
            path: {
                /** @description Intercom's own id of a contact. */
                contactId: components["parameters"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of notes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberedList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
        };
    };
    listEvents: {
        parameters: {
            query: {
                /** @description Always `user`; leads are found as well. */
                type: "user";
                /** @description Id of the contact. */
                intercom_user_id?: string;
                /** @description Things per page. */
                per_page?: components["parameters"]["PerPage"];
                /** @description Only ever taken from the URL of the next page. */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
        };
    };
    searchConversations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Search"];
        responses: {
            /** @description A page of conversations, at most 150. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
        };
    };
    redactConversation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "conversation_part";
                    conversation_id: string;
                    conversation_part_id: string;
                } | {
                    /** @constant */
                    type: "source";
                    conversation_id: string;
                    source_id: string;
                };
            };
        };
        responses: {
            /** @description The conversation as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
        };
    };
    getConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a conversation. */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conversation with its source and parts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
        };
    };
    deleteConversation: {
        parameters: {
            query?: {
                /** @description False also removes it from reports, and needs the permission delete_conversations_and_metrics. */
                retain_metrics?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of a conversation. */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deleted"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
        };
    };
    searchTickets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Search"];
        responses: {
            /** @description A page of tickets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
        };
    };
    getTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Intercom's own id and not the number in the inbox. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ticket with its parts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
        };
    };
    deleteTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Intercom's own id and not the number in the inbox. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deleted"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
        };
    };
}
