// SPDX-License-Identifier: Apache-2.0
package org.sanban.carrier.kuaidi100.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A question as {@code query.do} takes it: {@code param} as JSON, signed with upper(MD5(param + key + customer)). */
record Query(String customer, String key, String company) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String form(String waybill, String phoneEnding) {
        ObjectNode param = JSON.createObjectNode().put("com", company).put("num", waybill);
        if (phoneEnding != null) {
            param.put("phone", phoneEnding);
        }
        // With it the state tells who signed: 301, 303, 304 instead of 3.
        param.put("resultv2", "4");
        String text = param.toString();
        return "customer=" + coded(customer) + "&sign=" + sign(text) + "&param=" + coded(text);
    }

    String sign(String param) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            byte[] digest = md5.digest((param + key + customer).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
