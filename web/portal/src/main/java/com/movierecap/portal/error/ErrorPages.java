package com.movierecap.portal.error;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Named in {@code faces-config.xml}; has each request's failures handled by {@link ErrorPage}s. */
public class ErrorPages extends ExceptionHandlerFactory {
  public ErrorPages(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new PageFailure(getWrapped().getExceptionHandler());
  }
}
