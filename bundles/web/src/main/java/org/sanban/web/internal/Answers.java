// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.net.URI;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.Provider;
import org.sanban.api.page.Page;

/** What every REST answer has: the language, a link to the next page, 304 for what the caller has already. */
@Provider
final class Answers implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, Calls.language().getLanguage());
        headers.putSingle(HttpHeaders.VARY, "Accept-Language");
        EntityTag tag = response.getEntityTag();
        if (tag != null && response.getStatus() == 200 && "GET".equals(request.getMethod())) {
            String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
            if (known != null && known.contains('"' + tag.getValue() + '"')) {
                response.setStatus(304);
                response.setEntity(null);
            }
        }
        if (response.getEntity() instanceof Page<?> page && page.next() != null) {
            URI next = request.getUriInfo()
                    .getRequestUriBuilder()
                    .replaceQueryParam("after", "{after}")
                    .build(page.next());
            String path = next.getRawPath() + "?" + next.getRawQuery();
            headers.putSingle(HttpHeaders.LINK, "<" + path + ">; rel=\"next\"");
        }
    }
}
