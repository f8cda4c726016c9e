// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sanban.api.channel.MessageService;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;

/** Remembers what it was told; the code 12345678 is good, 00000000 is one too many. */
public final class FakeMessages implements MessageService {
    /** What it was told, as words. */
    public final List<String> told = new ArrayList<>();
    /** Cases of everybody. */
    public List<String> numbers = List.of();
    /** Whether it fails, as without its database. */
    public boolean away;

    @Override
    public String code(String number, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void bind(String channel, String address, String code) {
        if (code.equals("00000000")) {
            throw Problem.tooMany(Text.of("绑定码输错次数过多"), Duration.ofMinutes(10));
        }
        if (!code.equals("12345678")) {
            throw Problem.invalid("code", Text.of("绑定码不正确"));
        }
        tell("bind " + channel + ' ' + address);
    }

    @Override
    public void language(String channel, String address, Locale language) {
        tell("language " + channel + ' ' + address + ' ' + language);
    }

    @Override
    public void unbind(String channel, String address) {
        tell("unbind " + channel + ' ' + address);
    }

    @Override
    public void consent(String channel, String address, String template, int more) {
        tell("consent " + channel + ' ' + address + ' ' + template + ' ' + more);
    }

    @Override
    public void refuse(String channel, String address, String template) {
        tell("refuse " + channel + ' ' + address + ' ' + template);
    }

    @Override
    public List<String> cases(String channel, String address, int limit) {
        return numbers.stream().limit(limit).toList();
    }

    @Override
    public void receipt(String channel, String reference, boolean arrived, String reason) {
        tell("receipt " + channel + ' ' + reference + ' ' + arrived + ' ' + reason);
    }

    private void tell(String what) {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        told.add(what);
    }
}
