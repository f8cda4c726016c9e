// SPDX-License-Identifier: Apache-2.0
package org.sanban.modules.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.modules.Piece;

/** Over Karaf's features service. */
@Component(service = Platform.class)
public final class KarafPlatform implements Platform {
    private final FeaturesService features;
    private final BundleContext context;

    @Activate
    public KarafPlatform(@Reference FeaturesService features, BundleContext context) {
        this.features = features;
        // The system's own context: bundles of every region are seen.
        this.context = context.getBundle(Constants.SYSTEM_BUNDLE_ID).getBundleContext();
    }

    @Override
    public List<Part> parts() {
        try {
            return Arrays.stream(features.listFeatures()).map(this::part).toList();
        } catch (Exception e) {
            throw new IllegalStateException("the feature repositories cannot be read", e);
        }
    }

    @Override
    public List<Part> read(Path repository) throws Refused {
        return ask(() -> Arrays.stream(
                        features.createRepository(repository.toUri()).getFeatures())
                .map(this::part)
                .toList());
    }

    @Override
    public void offer(Path repository) throws Refused {
        ask(() -> {
            features.addRepository(repository.toUri());
            return null;
        });
    }

    @Override
    public void withdraw(Path repository) throws Refused {
        ask(() -> {
            features.removeRepository(repository.toUri());
            return null;
        });
    }

    @Override
    public void install(Set<String> ids) throws Refused {
        ask(() -> {
            features.installFeatures(ids, EnumSet.of(Option.NoAutoRefreshBundles, Option.Upgrade));
            return null;
        });
    }

    @Override
    public void remove(Set<String> ids) throws Refused {
        ask(() -> {
            features.uninstallFeatures(ids, EnumSet.of(Option.NoAutoRefreshBundles));
            return null;
        });
    }

    @Override
    public Piece piece(String location) {
        Bundle bundle = context.getBundle(location);
        if (bundle == null) {
            return null;
        }
        boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
        int good = fragment ? Bundle.RESOLVED : Bundle.ACTIVE | Bundle.STARTING;
        return new Piece(
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                null,
                (bundle.getState() & good) != 0,
                Instant.ofEpochMilli(bundle.getLastModified()));
    }

    private Part part(Feature feature) {
        return new Part(
                feature.getName(),
                feature.getVersion(),
                feature.getDescription(),
                feature.getDetails(),
                feature.getDependencies().stream()
                        .map(need -> new Part.Wish(need.getName(), need.getVersion()))
                        .toList(),
                feature.getBundles().stream().map(BundleInfo::getLocation).toList(),
                features.isInstalled(feature),
                features.isRequired(feature));
    }

    private static <T> T ask(Callable<T> question) throws Refused {
        try {
            return question.call();
        } catch (Exception e) {
            throw new Refused(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }
}
