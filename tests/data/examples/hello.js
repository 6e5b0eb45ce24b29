<script runat="server">Write("Hello");</script>
