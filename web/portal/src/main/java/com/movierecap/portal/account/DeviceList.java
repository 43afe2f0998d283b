package com.movierecap.portal.account;

import com.movierecap.identity.factor.RememberedDevice;
import com.movierecap.identity.factor.RememberedDevices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the reader need not show their second factor for a while, and how to end that. */
@Named("devices")
@RequestScoped
public class DeviceList {
  @Inject private RememberedDevices devices;
  @Inject private OwnPage page;

  private @Nullable List<RememberedDevice> all;

  public List<RememberedDevice> getAll() {
    var known = all;
    if (known == null) {
      known = devices.list(page.account());
      all = known;
    }
    return known;
  }

  public void forget(UUID id) throws IOException {
    page.then("devices.forgotten", () -> devices.forget(page.account(), id));
  }
}
