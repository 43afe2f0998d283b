package com.movierecap.portal.key;

import com.movierecap.identity.key.Scope;
import com.movierecap.portal.page.Next;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** The keys of the service account that the page is about. */
@Named("serviceKeys")
@RequestScoped
public class ServiceKeys extends KeysForm {
  @Inject private ServicePage service;

  @Override
  UUID owner() {
    return service.getAccount().id();
  }

  @Override
  Next page() {
    return ServicePage.of(service.getAccount());
  }

  @Override
  public List<Scope> getPossible() {
    return Scope.of(service.getAccount().role());
  }
}
