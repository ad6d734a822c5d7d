using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dashboard.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Evidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Bearing",
                table: "Evidence",
                type: "TEXT",
                maxLength: 30,
                nullable: false,
                defaultValue: "supports");

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Evidence",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Subject",
                table: "AuditEntries",
                column: "Subject");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_Subject",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "Bearing",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Evidence");
        }
    }
}
