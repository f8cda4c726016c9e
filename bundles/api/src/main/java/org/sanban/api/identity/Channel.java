// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.identity;

/** Names of the doors a command comes through. Plugins add their own as plain strings; these are core's. */
public final class Channel {
    /** REST, called by a program. */
    public static final String REST = "rest";
    /** SOAP, called by a program. */
    public static final String SOAP = "soap";
    /** The Karaf shell. */
    public static final String SHELL = "shell";
    /** The platform itself: a timer, an import, the sample county. */
    public static final String SYSTEM = "system";

    private Channel() {}
}
