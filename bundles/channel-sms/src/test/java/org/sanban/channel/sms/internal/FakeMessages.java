// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.sanban.api.channel.MessageService;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;

/** Notes what it is told. */
final class FakeMessages implements MessageService {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final AtomicInteger failures = new AtomicInteger();

    /** What it is told next, waited for; {@code null} when it is told nothing. */
    String next() throws InterruptedException {
        return told.poll(60, TimeUnit.SECONDS);
    }

    List<String> rest() {
        return List.copyOf(told);
    }

    void failsNext(int times) {
        failures.set(times);
    }

    @Override
    public void receipt(String channel, String reference, boolean arrived, String reason) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw Problem.unavailable(Text.of("not now"));
        }
        told.add(channel + " " + reference + " " + (arrived ? "arrived" : reason));
    }

    @Override
    public void unbind(String channel, String address) {
        told.add(channel + " unbind " + address);
    }

    @Override
    public String code(String number, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void bind(String channel, String address, String code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void language(String channel, String address, Locale language) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void consent(String channel, String address, String template, int more) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void refuse(String channel, String address, String template) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> cases(String channel, String address, int limit) {
        throw new UnsupportedOperationException();
    }
}
