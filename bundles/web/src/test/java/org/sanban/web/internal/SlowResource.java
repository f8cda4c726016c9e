// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;

/** Answers when it is told to. */
@Path("/")
@Produces("application/json")
@Public
public final class SlowResource implements RestResource {
    final CountDownLatch inside = new CountDownLatch(1);
    final CountDownLatch answer = new CountDownLatch(1);

    @Override
    public String path() {
        return "slow";
    }

    @GET
    public Map<String, Boolean> slow() throws InterruptedException {
        inside.countDown();
        return Map.of("told", answer.await(60, TimeUnit.SECONDS));
    }
}
