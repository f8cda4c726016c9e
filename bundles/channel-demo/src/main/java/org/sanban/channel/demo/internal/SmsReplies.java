// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.sanban.channel.demo.internal.DemoDesk.Kind;

/**
 * What people reply and what became of messages, told to the platform: over SMPP while it is logged in there, else as the
 * made-up provider tells it over HTTP. It shows how the platform answered.
 */
final class SmsReplies {
    static final String TOKEN = "demo-token-of-the-provider";
    private static final String CHANNEL = "sms";
    private static final String DOOR = "/api/v1/sms/";
    private static final Charset GBK = Charset.forName("GBK");
    private static final int OK = 200;

    private final DemoDesk desk;
    private final DemoSmsc centre;
    private final Callbacks callbacks = new Callbacks();

    SmsReplies(DemoDesk desk, DemoSmsc centre) {
        this.desk = desk;
        this.centre = centre;
    }

    /** Brings a reply: twice, signed wrongly at first, or written otherwise than it says, by command. */
    ObjectNode tell(int port, String phone, String text) {
        boolean twice = desk.does(CHANNEL, Kind.TWICE);
        boolean otherwise = desk.does(CHANNEL, Kind.ENCODING);
        if (centre.bound()) {
            Charset written = otherwise ? GBK : StandardCharsets.UTF_16BE;
            int status = centre.reply(phone, text, written);
            if (twice) {
                desk.show(CHANNEL, Kind.TWICE, phone, centre.reply(phone, text, written) == 0 ? OK : 0);
            }
            ObjectNode told = Wire.object().put("told", "smpp").put("status", status == 0 ? OK : 0);
            return status == 0 ? told : told.put("detail", String.format("command_status 0x%08X", status));
        }
        String body = Wire.object().put("mobile", phone).put("content", text).toString();
        return Wire.object()
                .put("told", "http")
                .put("status", push(port, phone, "replies", body, twice, otherwise ? GBK : StandardCharsets.UTF_8));
    }

    /** The provider says over HTTP that a message arrived. */
    void arrived(int port, String id) {
        String body = Wire.object().put("id", id).put("status", "DELIVRD").toString();
        push(port, id, "receipts", body, desk.does(CHANNEL, Kind.TWICE), StandardCharsets.UTF_8);
    }

    private int push(int port, String about, String what, String body, boolean twice, Charset written) {
        try {
            if (desk.does(CHANNEL, Kind.FORGED)) {
                desk.show(CHANNEL, Kind.FORGED, about, post(port, what, body, "another", written));
            }
            int status = post(port, what, body, TOKEN, written);
            if (twice) {
                desk.show(CHANNEL, Kind.TWICE, about, post(port, what, body, TOKEN, written));
            }
            return status;
        } catch (IOException e) {
            return 0;
        }
    }

    private int post(int port, String what, String body, String token, Charset written) throws IOException {
        return callbacks
                .post(port, DOOR + what, body, Map.of("X-Sanban-Token", token), written)
                .status();
    }
}
