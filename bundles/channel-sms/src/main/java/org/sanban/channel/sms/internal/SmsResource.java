// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.problem.Problem;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;

/** What the provider of text messages tells: {@code /api/v1/sms}. */
@Component(service = RestResource.class)
@Path("/")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.TEXT_PLAIN + ";charset=utf-8")
@Public
@Tag(name = "sms", description = "短信平台的状态报告和上行短信 What the provider of text messages tells")
public final class SmsResource implements RestResource {
    private static final int LONGEST = 1 << 20;

    private final SmsChannel channel;

    @Activate
    public SmsResource(@Reference SmsChannel channel) {
        this.channel = channel;
    }

    @Override
    public String path() {
        return "sms";
    }

    @POST
    @Path("receipts")
    @Operation(summary = "状态报告 Receipts, in the form that is configured")
    public String receipts(
            @QueryParam("token") @Parameter(description = "约定的口令 the shared token") String token,
            @HeaderParam("X-Sanban-Token") String header,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String type,
            InputStream body) {
        Callbacks callbacks = admitted(token, header);
        callbacks.receipts(read(body), type);
        return callbacks.answer();
    }

    @POST
    @Path("replies")
    @Operation(summary = "上行短信（退订） Replies; who answers with a stop word is told no more")
    public String replies(
            @QueryParam("token") @Parameter(description = "约定的口令 the shared token") String token,
            @HeaderParam("X-Sanban-Token") String header,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String type,
            InputStream body) {
        Callbacks callbacks = admitted(token, header);
        callbacks.replies(read(body), type);
        return callbacks.answer();
    }

    private Callbacks admitted(String token, String header) {
        Callbacks callbacks =
                channel.callbacks().orElseThrow(() -> Problem.notFound(SmsChannel.TEXTS.get("no-callbacks")));
        callbacks.admit(header == null ? token : header);
        return callbacks;
    }

    private static byte[] read(InputStream body) {
        try {
            byte[] read = body.readNBytes(LONGEST + 1);
            if (read.length > LONGEST) {
                throw Problem.tooLarge("body", LONGEST);
            }
            return read;
        } catch (IOException e) {
            throw Problem.invalid("body", SmsChannel.TEXTS.get("json"));
        }
    }
}
