// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.print;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/** Sets papers as PDF, with the font embedded. */
@ProviderType
public interface Printer {
    /**
     * Writes a paper as PDF.
     *
     * @param out is not closed
     */
    void pdf(Sheet sheet, OutputStream out) throws IOException;
}
