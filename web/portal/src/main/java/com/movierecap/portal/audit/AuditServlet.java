package com.movierecap.portal.audit;

import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditCsv;
import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.page.Address;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The log as CSV, filtered as the page beside it. */
@WebServlet({"/audit.csv", "/admin/audit.csv"})
public class AuditServlet extends HttpServlet {
  @Inject private AuditLog log;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      var tenant = Address.of(request.getParameter("tenant"));
      var filter =
          AuditLog.filter(
              request.getParameter("actor"),
              request.getParameter("action"),
              request.getParameter("from"),
              request.getParameter("to"),
              request.getParameter("zone"));
      log.note(AuditAction.AUDIT_EXPORTED, tenant);
      var lines = AuditCsv.of(page -> log.page(tenant, filter, page));
      response.setContentType(AuditCsv.MEDIA_TYPE);
      response.setHeader("Content-Disposition", AuditCsv.DISPOSITION);
      response.getWriter().write(lines);
    } catch (ProblemException e) {
      response.sendError(e.type().status());
    }
  }
}
